/** Answers to studies, as short as an editor has room for. */
@NullMarked
package org.imc.dsl.ide.results;

import org.jspecify.annotations.NullMarked;
