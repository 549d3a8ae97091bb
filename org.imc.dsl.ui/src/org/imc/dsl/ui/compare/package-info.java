/** The view that compares the answer that is shown with another: of the saved text, an older version, another study. */
@NullMarked
package org.imc.dsl.ui.compare;

import org.jspecify.annotations.NullMarked;
