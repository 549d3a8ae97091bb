/** The view of an architecture: macros, memories and the ways of the operands between them. */
@NullMarked
package org.imc.dsl.ui.architecture;

import org.jspecify.annotations.NullMarked;
