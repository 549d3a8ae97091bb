/** What a reader should know and the text does not say. */
@NullMarked
package org.imc.dsl.ide.hints;

import org.jspecify.annotations.NullMarked;
