/** What an evaluation found, as immutable values. Depends on {@code workload}, {@code arch} and {@code mapping}. */
@NullMarked
package org.imc.engine.result;

import org.jspecify.annotations.NullMarked;
