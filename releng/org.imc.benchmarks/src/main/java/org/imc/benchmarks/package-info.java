/** Measure what users wait for: the language's answers while they type, and the engine's. Nothing depends on it. */
@NullMarked
package org.imc.benchmarks;

import org.jspecify.annotations.NullMarked;
