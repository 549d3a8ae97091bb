package org.imc.spark;

import java.io.Serializable;

/**
 * Designs to appraise together.
 *
 * @param first place of the first of them among all that were handed over
 * @param numbers of the designs
 */
record Part(int first, long[] numbers) implements Serializable { }
