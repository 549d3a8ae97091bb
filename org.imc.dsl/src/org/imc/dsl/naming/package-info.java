/** How declarations are named and exported. */
@NullMarked
package org.imc.dsl.naming;

import org.jspecify.annotations.NullMarked;
