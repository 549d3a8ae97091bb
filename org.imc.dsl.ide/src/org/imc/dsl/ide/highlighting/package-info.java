/** Which stretches of a text are keywords, numbers, units and the like; derived from the grammar's own tokens. */
@NullMarked
package org.imc.dsl.ide.highlighting;

import org.jspecify.annotations.NullMarked;
