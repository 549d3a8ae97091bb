/** Lines above declarations, in the text but not part of it, that say what they cost. */
@NullMarked
package org.imc.dsl.ui.minings;

import org.jspecify.annotations.NullMarked;
