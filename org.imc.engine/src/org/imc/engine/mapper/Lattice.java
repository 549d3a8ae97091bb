package org.imc.engine.mapper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All multisets of temporal loops that can lie below a cut: the divisors of the trip counts, grown prime by prime.
 *
 * <p>The trip counts factor into symbols (dimension, prime) with multiplicities; a point holds so many of each symbol. Its
 * index is a mixed-radix number, so that a point comes after all points it can be grown from.
 */
final class Lattice {

  /** Number of points; the last one holds all loops. */
  final int size;
  /** For each symbol, its dimension. */
  final int[] dims;
  /** For each symbol, its prime. */
  final long[] primes;
  /** For each symbol, the distance of a point to the one grown by it. */
  final int[] strides;
  /** For each dimension and point, the product of its loops below the cut. */
  final long[][] below;
  /** For each point, the product of all loops below the cut. */
  final long[] product;
  /** For each point, the symbols by which it can be grown, as bits. */
  final int[] growable;
  private final int[] counts;

  Lattice(long[] trips) {
    List<Symbol> symbols = new ArrayList<>();
    for (int d = 0; d < trips.length; d++) {
      factorize(d, trips[d], symbols);
    }
    int n = symbols.size();
    dims = new int[n];
    primes = new long[n];
    strides = new int[n];
    counts = new int[n];
    int points = 1;
    for (int s = 0; s < n; s++) {
      dims[s] = symbols.get(s).dim();
      primes[s] = symbols.get(s).prime();
      counts[s] = symbols.get(s).count();
      strides[s] = points;
      points = Math.multiplyExact(points, counts[s] + 1);
    }
    size = points;
    below = new long[trips.length][size];
    product = new long[size];
    growable = new int[size];
    for (long[] of : below) {
      of[0] = 1;
    }
    product[0] = 1;
    for (int point = 0; point < size; point++) {
      if (point > 0) {
        fill(point);
      }
      for (int symbol = 0; symbol < n; symbol++) {
        growable[point] |= digit(point, symbol) < counts[symbol] ? 1 << symbol : 0;
      }
    }
  }

  private record Symbol(int dim, long prime, int count) { }

  private static void factorize(int dim, long trips, List<Symbol> symbols) {
    long rest = trips;
    for (long prime = 2; prime * prime <= rest; prime++) {
      int count = 0;
      while (rest % prime == 0) {
        rest /= prime;
        count++;
      }
      if (count > 0) {
        symbols.add(new Symbol(dim, prime, count));
      }
    }
    if (rest > 1) {
      symbols.add(new Symbol(dim, rest, 1));
    }
  }

  private void fill(int point) {
    int symbol = 0;
    while (digit(point, symbol) == 0) {
      symbol++;
    }
    int from = point - strides[symbol];
    for (int d = 0; d < below.length; d++) {
      below[d][point] = below[d][from] * (d == dims[symbol] ? primes[symbol] : 1);
    }
    product[point] = product[from] * primes[symbol];
  }

  /** Return the number of loops, one for each prime factor. */
  int loops() {
    return Arrays.stream(counts).sum();
  }

  private int digit(int point, int symbol) {
    return point / strides[symbol] % (counts[symbol] + 1);
  }

  /** Return whether a point can be grown by a symbol. */
  boolean canGrow(int point, int symbol) {
    return (growable[point] >> symbol & 1) == 1;
  }
}
