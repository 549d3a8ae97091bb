/** What all views have in common: following the active study, an empty state, drawings, export. */
@NullMarked
package org.imc.dsl.ui.views;

import org.jspecify.annotations.NullMarked;
