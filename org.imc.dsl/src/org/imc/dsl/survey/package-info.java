/**
 * The survey of published chips as data: a row for each block of published figures, filtered and sorted. Shared by the
 * command line, reports and views; depends on the model, {@code quantity} and {@code library}, on nothing that shows it.
 */
@NullMarked
package org.imc.dsl.survey;

import org.jspecify.annotations.NullMarked;
