package org.imc.tests.engine;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.imc.engine.arch.Sharing;
import org.imc.engine.mapping.ArrayAxis;
import org.imc.engine.mapping.Loop;
import org.imc.engine.mapping.SpatialMapping;
import org.imc.engine.mapping.TemporalMapping;
import org.imc.engine.result.Transfer.Direction;
import org.imc.engine.workload.LoopBounds;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Operand;
import org.jspecify.annotations.Nullable;

/** What the peer and we count between neighbouring levels of a mapped layer, each by its own rules. */
final class PeerLinks {

  /** Stands for the cells among the levels. */
  static final int CELLS = -1;

  /** Where the peer counts otherwise than we do, on purpose of either. Without them the counts are equal. */
  enum Rule {
    /** It charges sums that come back in every period; in the first there are none: {@code its = ours + outputs}. */
    FIRST_READ_BACK,
    /**
     * It takes all sums for wide where some cross incompletely:
     * {@code its bits = ours + outputs x (partial-sum bits - output bits)}.
     */
    PARTIAL_WIDTH,
    /**
     * The array keeps an input while the innermost loops leave it in place, if the port of the lowest memory is as wide as
     * what one instance gives: {@code its = ours / product of these loops}. We apply an input in every activation.
     */
    KEPT_INPUT,
    /**
     * With outputs of a kernel side by side, the register of each row that is added keeps an input for each of them; we
     * drive a row for each distinct input: {@code its = ours x added rows x outputs side by side / driven rows}.
     */
    COPIES,
    /**
     * Inputs that several steps inside the rows' registers share with neighbouring rows are sent to each row by itself:
     * {@code its = steps' inputs x rows' inputs}; we send what steps and rows touch together.
     */
    HALO
  }

  /**
   * One stream between a level and its neighbour.
   *
   * @param level its index in the hierarchy; {@link #CELLS} for the cells
   * @param place its index in the peer's lists for the operand
   * @param name what the peer calls the direction
   * @param words words of one instance in a period, as the peer counts
   * @param periods how often
   * @param instances how many
   * @param bits of a word, as the peer counts
   * @param ours all words, as we count
   * @param oursBits their bits
   * @param rules why the two may differ
   */
  record Link(int level, int place, Operand operand, String name, long words, long periods, long instances, int bits,
      long ours, long oursBits, Set<Rule> rules) {

    Direction direction() {
      return name.startsWith("rd") ? Direction.READ : Direction.WRITE;
    }

    /** Return the words in all, as the peer counts. */
    long theirs() {
      return words * periods * instances;
    }

    /** Return the peer's accesses: whole words of a port's narrowest width, in shares of its full width. */
    long accesses(double narrowest, double width) {
      return (long) (Math.ceil(words * bits / narrowest) * (narrowest / width) * periods * instances);
    }
  }

  private final PeerCase peer;
  private final MacLayer layer;
  private final SpatialMapping spatial;
  private final TemporalMapping temporal;
  private final List<Link> links = new ArrayList<>();

  private PeerLinks(PeerCase peer) {
    this.peer = peer;
    layer = peer.layer();
    spatial = peer.mapping().spatial();
    temporal = peer.mapping().temporal();
  }

  /** Return all links of a mapped layer, by operand, from the array outwards. */
  static List<Link> of(PeerCase peer) {
    var walk = new PeerLinks(peer);
    walk.weights(peer.architecture().memories().chain(Operand.WEIGHT));
    walk.inputs(peer.architecture().memories().chain(Operand.INPUT));
    walk.outputs(peer.architecture().memories().chain(Operand.OUTPUT));
    return walk.links;
  }

  private void weights(int[] chain) {
    List<Integer> cuts = temporal.cuts().get(Operand.WEIGHT);
    for (int i = 0; i < cuts.size(); i++) {
      long periods = temporal.periods(Operand.WEIGHT, cuts.get(i));
      int lower = i == 0 ? CELLS : chain[i - 1];
      down(lower, i, Operand.WEIGHT, "wr_in_by_high", words(lower, Operand.WEIGHT, cuts.get(i)), periods);
      down(chain[i], i + 1, Operand.WEIGHT, "rd_out_to_low", words(chain[i], Operand.WEIGHT, cuts.get(i)), periods);
    }
  }

  private void inputs(int[] chain) {
    long kept = keptFor(chain[0]);
    add(chain[0], 0, Operand.INPUT, "rd_out_to_low", words(chain[0], Operand.INPUT, 0), temporal.iterations() / kept,
        driven(chain[0], 0) * temporal.iterations(), kept > 1 ? Rule.KEPT_INPUT : null);
    List<Integer> cuts = temporal.cuts().get(Operand.INPUT);
    for (int i = 0; i < cuts.size(); i++) {
      int cut = cuts.get(i);
      long periods = temporal.periods(Operand.INPUT, cut);
      add(chain[i], i, Operand.INPUT, "wr_in_by_high", words(chain[i], Operand.INPUT, cut), periods,
          driven(chain[i], cut) * periods, null);
      long together = words(chain[i + 1], Operand.INPUT, cut);
      long apart = layer.elements(Operand.INPUT, temporal.below(cut)) * words(chain[i + 1], Operand.INPUT, 0);
      boolean toRows = sharing(chain[i]) == Sharing.PER_ROW;
      add(chain[i + 1], i + 1, Operand.INPUT, "rd_out_to_low", toRows ? apart : together, periods,
          together * instances(chain[i + 1]) * periods, toRows && apart != together ? Rule.HALO : null);
    }
  }

  /** Return the inputs that all instances of a level keep of the loops below a cut, as we count. */
  private long driven(int level, int cut) {
    return sharing(level) == Sharing.PER_ROW
        ? layer.elements(Operand.INPUT, temporal.below(cut)) * spatial.instances(Sharing.PER_ROW, layer.window())
        : words(level, Operand.INPUT, cut) * instances(level);
  }

  /** Return for how many activations the array keeps its inputs. */
  private long keptFor(int lowest) {
    long kept = 1;
    for (Loop loop : temporal.loops()) {
      if (loop.size() > 1 && loop.dim().isRelevantTo(Operand.INPUT)) {
        break;
      }
      kept *= loop.size();
    }
    double port = peer.architecture().memories().levels().get(lowest).ports().getFirst().bandwidthBitsPerCycle();
    return words(lowest, Operand.INPUT, 0) * layer.precision().inputBits() <= port ? kept : 1;
  }

  private void outputs(int[] chain) {
    upAndBack(chain[0], 0, "wr_in_by_low", "rd_out_to_low", 0, temporal.iterations());
    List<Integer> cuts = temporal.cuts().get(Operand.OUTPUT);
    for (int i = 0; i < cuts.size(); i++) {
      long periods = temporal.periods(Operand.OUTPUT, cuts.get(i));
      upAndBack(chain[i], i, "rd_out_to_high", "wr_in_by_high", cuts.get(i), periods);
      upAndBack(chain[i + 1], i + 1, "wr_in_by_low", "rd_out_to_low", cuts.get(i), periods);
    }
  }

  private void upAndBack(int level, int place, String up, String back, int cut, long periods) {
    long words = words(level, Operand.OUTPUT, cut);
    long instances = instances(level);
    long all = words * periods * instances;
    long complete = layer.elements(Operand.OUTPUT, peer.covered());
    int wide = layer.precision().partialSumBits();
    int narrow = layer.precision().outputBits();
    if (temporal.isComplete(cut)) {
      links.add(new Link(level, place, Operand.OUTPUT, up, words, periods, instances, narrow, all, all * narrow, Set.of()));
    } else {
      links.add(new Link(level, place, Operand.OUTPUT, up, words, periods, instances, wide, all,
          (all - complete) * wide + complete * narrow, EnumSet.of(Rule.PARTIAL_WIDTH)));
      links.add(new Link(level, place, Operand.OUTPUT, back, words, periods, instances, wide, all - complete,
          (all - complete) * wide, EnumSet.of(Rule.FIRST_READ_BACK)));
    }
  }

  private void down(int level, int place, Operand operand, String name, long words, long periods) {
    add(level, place, operand, name, words, periods, words * periods * instances(level), null);
  }

  private void add(int level, int place, Operand operand, String name, long words, long periods, long ours,
      @Nullable Rule rule) {
    Set<Rule> rules = EnumSet.noneOf(Rule.class);
    if (rule != null) {
      rules.add(rule);
    }
    if (sharing(level) == Sharing.PER_ROW && spatial.weightCopies() > 1) {
      rules.add(Rule.COPIES);
    }
    int bits = operand == Operand.WEIGHT ? layer.precision().weightBits() : layer.precision().inputBits();
    links.add(new Link(level, place, operand, name, words, periods, instances(level), bits, ours, ours * bits, rules));
  }

  /** Return the words of one instance in the loops below a cut, as the peer counts. */
  private long words(int level, Operand operand, int cut) {
    Sharing sharing = sharing(level);
    LoopBounds atOnce = switch (sharing) {
      case null -> LoopBounds.ONES; // one cell group
      case PER_ROW -> spatial.tile(ArrayAxis.COLUMNS);
      default -> spatial.tile(sharing);
    };
    return layer.elements(operand, PeerCase.times(temporal.below(cut), atOnce));
  }

  /** Return the instances in use, as the peer counts. */
  private long instances(int level) {
    Sharing sharing = sharing(level);
    return switch (sharing) {
      case null -> spatial.unrolling(ArrayAxis.COLUMNS) * spatial.unrolling(ArrayAxis.ROWS)
          * spatial.unrolling(ArrayAxis.MACROS);
      case PER_ROW -> spatial.unrolling(ArrayAxis.ROWS) * spatial.unrolling(ArrayAxis.MACROS);
      default -> spatial.instances(sharing, layer.window());
    };
  }

  private @Nullable Sharing sharing(int level) {
    return level == CELLS ? null : peer.architecture().memories().levels().get(level).sharing();
  }

  /** Return whether every size of a layer divides, so that no edge is ragged. */
  static boolean divides(PeerCase peer) {
    LoopBounds covered = peer.covered();
    for (LoopDim dim : LoopDim.values()) {
      if (covered.get(dim) != peer.layer().bounds().get(dim)) {
        return false;
      }
    }
    return true;
  }
}
