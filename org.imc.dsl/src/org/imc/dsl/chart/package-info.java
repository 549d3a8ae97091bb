/**
 * Charts and plain drawings as SVG text: axes, marks, labels that do not collide. Knows nothing of what is shown.
 *
 * <p>Written here since chart libraries for Java draw through AWT: its text depends on the fonts of the machine, so that the
 * same survey would give other files elsewhere, and none of them keeps labels from colliding.
 */
@NullMarked
package org.imc.dsl.chart;

import org.jspecify.annotations.NullMarked;
