/**
 * Feed the language documents that nobody would write, and hold it to what must be true of all of them: nothing throws,
 * nothing hangs, every problem has a place. Depends on the language and its editor services; nothing depends on it.
 *
 * <p>{@link org.imc.tests.fuzz.FuzzTest} runs a few seconds of it with every build, {@link org.imc.tests.fuzz.Fuzzing}
 * any number of documents.
 */
@NullMarked
package org.imc.tests.fuzz;

import org.jspecify.annotations.NullMarked;
