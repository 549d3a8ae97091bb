/** What declarations have from the ones they extend. Depends on the model alone. */
@NullMarked
package org.imc.dsl.inheritance;

import org.jspecify.annotations.NullMarked;
