/**
 * What an exploration spans, in declarations: the values of its axes, and for each point the architecture that it stands for,
 * as one that extends the architecture that was written, in the model and as text. Depends on the model, inheritance and
 * quantities; knows nothing of the engine.
 */
@NullMarked
package org.imc.dsl.exploration;

import org.jspecify.annotations.NullMarked;
