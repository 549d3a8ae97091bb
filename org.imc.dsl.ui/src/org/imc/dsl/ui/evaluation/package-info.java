/** The studies of the active editor and their answers, shared by all views of a window. Nothing is computed here but jobs started. */
@NullMarked
package org.imc.dsl.ui.evaluation;

import org.jspecify.annotations.NullMarked;
