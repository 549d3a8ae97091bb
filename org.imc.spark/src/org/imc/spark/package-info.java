/**
 * Explorations on Apache Spark. The driver ships the text of an exploration to the workers, each of which reads it once; from
 * then on numbers of designs go out, and figures come back. Depends on the engine and on the language's facade; nothing
 * depends on it: the command line finds it as a service where its jars are.
 */
@NullMarked
package org.imc.spark;

import org.jspecify.annotations.NullMarked;
