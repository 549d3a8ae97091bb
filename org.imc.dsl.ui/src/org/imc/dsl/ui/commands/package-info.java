/** Commands on the active study. */
@NullMarked
package org.imc.dsl.ui.commands;

import org.jspecify.annotations.NullMarked;
