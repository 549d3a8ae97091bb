/** Mappings of a layer onto an architecture as immutable values. Depends on {@code workload} and {@code arch}. */
@NullMarked
package org.imc.engine.mapping;

import org.jspecify.annotations.NullMarked;
