/** The IMC language: grammar, wiring and everything that gives a text its meaning. */
@NullMarked
package org.imc.dsl;

import org.jspecify.annotations.NullMarked;
