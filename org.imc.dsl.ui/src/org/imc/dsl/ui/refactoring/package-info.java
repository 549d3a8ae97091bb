/** Renaming with a preview, by the platform's refactoring framework. */
@NullMarked
package org.imc.dsl.ui.refactoring;

import org.jspecify.annotations.NullMarked;
