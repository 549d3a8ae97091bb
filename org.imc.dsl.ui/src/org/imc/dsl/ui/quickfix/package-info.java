/** What mends a problem: by Ctrl+1 in the editor, and in the Problems view. The fixes are the language's own. */
@NullMarked
package org.imc.dsl.ui.quickfix;

import org.jspecify.annotations.NullMarked;
