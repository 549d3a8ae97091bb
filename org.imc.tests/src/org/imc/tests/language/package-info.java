/** The language: units, parsing, linking, checks with code, place and words, shapes, lowering, formatting. */
@NullMarked
package org.imc.tests.language;

import org.jspecify.annotations.NullMarked;
