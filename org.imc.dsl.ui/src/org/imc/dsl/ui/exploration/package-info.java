/** The view of explorations: designs in a table and in plots, live while they are priced. Everything is computed elsewhere. */
@NullMarked
package org.imc.dsl.ui.exploration;

import org.jspecify.annotations.NullMarked;
