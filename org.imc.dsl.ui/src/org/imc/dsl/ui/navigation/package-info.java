/** Ways from one place of a text to another: hyperlinks, outline, occurrences, references. */
@NullMarked
package org.imc.dsl.ui.navigation;

import org.jspecify.annotations.NullMarked;
