/** The formatter. */
@NullMarked
package org.imc.dsl.formatting2;

import org.jspecify.annotations.NullMarked;
