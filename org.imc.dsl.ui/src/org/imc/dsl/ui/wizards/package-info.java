/** Wizards that make projects and files, and import networks. */
@NullMarked
package org.imc.dsl.ui.wizards;

import org.jspecify.annotations.NullMarked;
