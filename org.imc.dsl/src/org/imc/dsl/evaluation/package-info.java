/** Check, lower, evaluate: the one entry that command line, language server and Eclipse share. */
@NullMarked
package org.imc.dsl.evaluation;

import org.jspecify.annotations.NullMarked;
