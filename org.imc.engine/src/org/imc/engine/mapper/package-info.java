/** The search for the optimal mapping. Depends on {@code cost} and the value packages. */
@NullMarked
package org.imc.engine.mapper;

import org.jspecify.annotations.NullMarked;
