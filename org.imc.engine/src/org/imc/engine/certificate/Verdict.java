package org.imc.engine.certificate;

import java.util.List;

/**
 * What a check of a certificate came to.
 *
 * @param discrepancies the lines that do not hold
 * @param open what could not be checked to the end, in words; it is not taken for true
 * @param proofs one for each layer whose mapping was proven anew to be as good as is claimed
 */
public record Verdict(List<Discrepancy> discrepancies, List<String> open, List<Proof> proofs) {

  /**
   * How a mapping was proven optimal, or as good as is claimed.
   *
   * @param layer its name
   * @param gap how much more than the least it costs at most, as a share of the least: 0 for an optimal one
   * @param candidates spatial mappings in the space
   * @param bounded those that a bound closed, the others were searched
   * @param labels partial mappings in that search
   * @param steps work, in units of about a nanosecond
   */
  public record Proof(String layer, double gap, long candidates, long bounded, long labels, long steps) { }

  public Verdict {
    discrepancies = List.copyOf(discrepancies);
    open = List.copyOf(open);
    proofs = List.copyOf(proofs);
  }

  /** Return whether every line holds and every mapping is proven as good as is claimed. */
  public boolean isAccepted() {
    return discrepancies.isEmpty() && open.isEmpty();
  }
}
