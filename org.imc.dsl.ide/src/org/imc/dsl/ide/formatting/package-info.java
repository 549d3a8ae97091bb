/** Lay out text by the smallest edits that do it. */
@NullMarked
package org.imc.dsl.ide.formatting;

import org.jspecify.annotations.NullMarked;
