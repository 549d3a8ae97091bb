/** Give a declaration another name, with all that refers to it. */
@NullMarked
package org.imc.dsl.ide.rename;

import org.jspecify.annotations.NullMarked;
