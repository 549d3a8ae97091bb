package org.imc.engine.certificate;

import java.util.List;

/**
 * What a check of a certificate came to.
 *
 * @param discrepancies the lines that do not hold
 * @param open what could not be checked to the end, in words; it is not taken for true
 * @param proofs one for each layer whose optimality was proven anew
 */
public record Verdict(List<Discrepancy> discrepancies, List<String> open, List<Proof> proofs) {

  /**
   * How a mapping was proven optimal.
   *
   * @param layer its name
   * @param candidates spatial mappings in the space
   * @param bounded those that a bound closed, the others were searched
   * @param labels partial mappings in that search
   * @param steps work, in units of about a nanosecond
   */
  public record Proof(String layer, long candidates, long bounded, long labels, long steps) { }

  public Verdict {
    discrepancies = List.copyOf(discrepancies);
    open = List.copyOf(open);
    proofs = List.copyOf(proofs);
  }

  /** Return whether every line holds and every mapping is proven optimal. */
  public boolean isAccepted() {
    return discrepancies.isEmpty() && open.isEmpty();
  }
}
