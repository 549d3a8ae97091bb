package org.imc.dsl.ide.live;

/**
 * An exploration of a text, of which nothing was priced.
 *
 * @param name what it is called
 * @param designs how many there are, those that contradict its conditions included
 * @param fingerprint of what it asks: as long as it is the same, so is the answer
 */
public record AskedExploration(String name, long designs, String fingerprint) { }
