package org.imc.engine.certificate;

import java.util.ArrayList;
import java.util.List;

/**
 * All multisets of the prime factors of a nest's steps that loops below a cut can make up.
 *
 * <p>A multiset is a number in mixed radix, one digit for each dimension and prime. So a multiset comes after all that it
 * holds, 0 is empty, and the last holds all steps.
 */
final class Multisets {

  /** How often one prime of one dimension can be taken. */
  private record Factor(int dim, long prime, int most, int stride) { }

  final int count;
  /** For each multiset, the steps of each dimension. */
  final long[][] inside;
  /** For each multiset, its steps in all. */
  final double[] product;
  private final List<Factor> factors = new ArrayList<>();

  /** @throws Work.LimitReached when there are too many to look at */
  Multisets(long[] steps, Work work) throws Work.LimitReached {
    int all = 1;
    for (int d = 0; d < steps.length; d++) {
      long rest = steps[d];
      for (long prime = 2; rest > 1; prime = prime * prime > rest ? rest : prime + 1) {
        int most = 0;
        for (; rest % prime == 0; rest /= prime) {
          most++;
        }
        if (most > 0) {
          factors.add(new Factor(d, prime, most, all));
          all = Math.multiplyExact(all, most + 1);
        }
        work.spend(1);
      }
    }
    count = all;
    work.spend(100L * count);
    inside = new long[count][];
    product = new double[count];
    for (int set = 0; set < count; set++) {
      fill(set);
    }
  }

  private void fill(int set) {
    inside[set] = Nest.ones();
    product[set] = 1;
    for (Factor factor : factors) {
      for (int i = 0; i < set / factor.stride % (factor.most + 1); i++) {
        inside[set][factor.dim] *= factor.prime;
        product[set] *= factor.prime;
      }
    }
  }

  /** Return the number of different factors. */
  int factors() {
    return factors.size();
  }

  /** Return a multiset with one more of a factor; -1 when it has all of them. */
  int with(int set, int factor) {
    Factor of = factors.get(factor);
    return set / of.stride % (of.most + 1) < of.most ? set + of.stride : -1;
  }
}
