package org.imc.engine.result;

/**
 * How the search came to its answer.
 *
 * @param proven whether the mapping is optimal in the stated mapping space, as far as that is open
 * @param constrained whether a constraint narrowed the space: the counts, and the proof, are of what it left
 * @param spatialCandidates spatial mappings in the space
 * @param spatialSearched those whose temporal orderings were searched; the rest cannot beat the answer by their bound
 * @param orderings loop orderings that the searched candidates stand for; a double since it outgrows any integer
 * @param labels partial mappings the search kept
 */
public record SearchReport(
    boolean proven, boolean constrained, long spatialCandidates, long spatialSearched, double orderings, long labels) { }
