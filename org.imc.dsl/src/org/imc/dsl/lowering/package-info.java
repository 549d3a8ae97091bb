/** From what was written (EMF) to what it means (the engine's values), the only package that sees both. Shapes are inferred here. */
@NullMarked
package org.imc.dsl.lowering;

import org.jspecify.annotations.NullMarked;
