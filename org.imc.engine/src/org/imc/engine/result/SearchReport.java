package org.imc.engine.result;

/**
 * How the search came to its answer.
 *
 * @param gap how much more than an optimal mapping of the stated space, as far as that is open, this one can cost at most,
 *     as a share of it: cost &lt;= (1 + gap) x least. 0 when it is proven optimal; more only where a budget ended the search
 * @param constrained whether a constraint narrowed the space: the counts, and the proof, are of what it left
 * @param spatialCandidates spatial mappings in the space
 * @param spatialSearched those whose temporal orderings were searched; the rest cannot beat the answer by their bound
 * @param orderings loop orderings that the searched candidates stand for; a double since it outgrows any integer
 * @param labels partial mappings the search kept
 */
public record SearchReport(
    double gap, boolean constrained, long spatialCandidates, long spatialSearched, double orderings, long labels) {

  public SearchReport {
    if (!(gap >= 0)) { // also refuses NaN
      throw new IllegalArgumentException("A gap of %s cannot be. It must not be negative.".formatted(gap));
    }
  }

  /** Return whether the mapping is proven optimal. */
  public boolean proven() {
    return gap == 0;
  }
}
