/** Published chips against what the model predicts for them. Depends on {@code lowering}, {@code library} and the engine. */
@NullMarked
package org.imc.dsl.prediction;

import org.jspecify.annotations.NullMarked;
