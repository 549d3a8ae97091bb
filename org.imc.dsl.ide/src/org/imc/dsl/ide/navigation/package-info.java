/** Find what a place in a text leads to. Depends on the language alone. */
@NullMarked
package org.imc.dsl.ide.navigation;

import org.jspecify.annotations.NullMarked;
