/** The projects of the language: their nature, and the builder that keeps their problem markers. */
@NullMarked
package org.imc.dsl.ui.builder;

import org.jspecify.annotations.NullMarked;
