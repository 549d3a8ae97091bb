package org.imc.dsl.ide.results;

import org.imc.dsl.lowering.SourceMap.Place;

/**
 * A line above a declaration that says what it costs.
 *
 * @param place of the declaration
 * @param text what to show
 */
public record ResultLens(Place place, String text) { }
