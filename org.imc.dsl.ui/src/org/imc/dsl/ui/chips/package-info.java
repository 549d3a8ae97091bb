/** The view of published chips, with the chip under design among them. */
@NullMarked
package org.imc.dsl.ui.chips;

import org.jspecify.annotations.NullMarked;
