/** Mend what the checks report. What to do is in an issue's data; this does it. */
@NullMarked
package org.imc.dsl.ide.quickfix;

import org.jspecify.annotations.NullMarked;
