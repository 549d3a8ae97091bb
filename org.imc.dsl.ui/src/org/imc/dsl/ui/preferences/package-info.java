/** What a user can set for the whole workbench. */
@NullMarked
package org.imc.dsl.ui.preferences;

import org.jspecify.annotations.NullMarked;
