/** The language reference among the platform's help. */
@NullMarked
package org.imc.dsl.ui.help;

import org.jspecify.annotations.NullMarked;
