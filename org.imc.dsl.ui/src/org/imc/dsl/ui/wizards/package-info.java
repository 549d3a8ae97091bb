/** Wizards that make projects and files. */
@NullMarked
package org.imc.dsl.ui.wizards;

import org.jspecify.annotations.NullMarked;
