/**
 * Statements about the studies of a file, such as the findings of a paper, held against what the studies predict.
 */
@NullMarked
package org.imc.dsl.claim;

import org.jspecify.annotations.NullMarked;
