/** The view of one layer's mapping: loops in time and space, what each memory keeps and moves. */
@NullMarked
package org.imc.dsl.ui.mapping;

import org.jspecify.annotations.NullMarked;
