/** The answers to the studies of the active editor: figures, a table of the layers, a chart of their energy, findings. */
@NullMarked
package org.imc.dsl.ui.results;

import org.jspecify.annotations.NullMarked;
