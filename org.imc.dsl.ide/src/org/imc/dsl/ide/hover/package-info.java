/** What the word under the mouse means. */
@NullMarked
package org.imc.dsl.ide.hover;

import org.jspecify.annotations.NullMarked;
