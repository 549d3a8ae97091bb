/**
 * The engine of IMC Workbench: what a design means and what it costs.
 *
 * <p>Plain Java values and pure functions. It depends on the JDK alone, knows neither the language nor Eclipse,
 * and can be used as a library by anyone. {@link org.imc.engine.Engine} is the entry.
 */
@NullMarked
package org.imc.engine;

import org.jspecify.annotations.NullMarked;
