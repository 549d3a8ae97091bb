package org.imc.engine.certificate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.imc.engine.Activations;
import org.imc.engine.Study;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.MemoryHierarchy;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.arch.Sharing;
import org.imc.engine.certificate.Exchanged.Use;
import org.imc.engine.mapping.MappingConstraint;
import org.imc.engine.workload.ElementwiseLayer;
import org.imc.engine.workload.Operand;

/**
 * Where the outputs of layers live, as a certificate claims: whether they can and fit, and what each layer then sees of the
 * architecture. A certificate without claims is of layers that each run by themselves.
 */
final class Residence {

  private final Study study;
  private final List<MemoryLevel> levels;
  private final Exchanged exchanged;
  private final boolean isClaimed;
  private final Map<Integer, Integer> homes = new HashMap<>(); // levels by layer, where claimed

  /** Take the claims, and report those that cannot be. */
  Residence(Study study, List<TensorClaim> claims, Differences differences) {
    this.study = study;
    levels = study.architecture().memories().levels();
    exchanged = new Exchanged(study.network());
    isClaimed = !claims.isEmpty();
    if (!isClaimed) {
      return;
    }
    List<Integer> read = new ArrayList<>();
    for (int layer = 0; layer < exchanged.count(); layer++) {
      if (exchanged.isRead(layer)) {
        read.add(layer);
      }
    }
    differences.compare("/tensors", "The number of outputs that other layers read",
        study.activations() == Activations.PLACED ? read.size() : 0, claims.size());
    for (int i = 0; i < Math.min(read.size(), claims.size()); i++) {
      take(read.get(i), claims.get(i), "/tensors/" + i, differences);
    }
  }

  private void take(int layer, TensorClaim claim, String pointer, Differences differences) {
    differences.compare(pointer + "/layer", "The layer", exchanged.layer(layer).name(), claim.layer());
    claim.memory().ifPresent(name -> {
      int home = levels.stream().map(MemoryLevel::name).toList().indexOf(name);
      if (home < 0 || !canLive(layer, home)) {
        differences.add(pointer + "/memory", "The memory of the output of '%s'".formatted(claim.layer()),
            "one for all macros that serves it as what its readers take it for", "'%s'".formatted(name));
      } else {
        homes.put(layer, home);
      }
    });
  }

  private boolean canLive(int maker, int home) {
    boolean can = exchanged.isClear(maker) && levels.get(home).sharing() == Sharing.GLOBAL
        && canEnd(maker, Operand.OUTPUT, home);
    for (int reader = maker + 1; reader < exchanged.count(); reader++) {
      for (Use use : exchanged.uses(reader)) {
        can &= use.maker() != maker || canEnd(reader, use.operand(), home);
      }
    }
    return can;
  }

  /** Return whether a level serves an operand, and the study does not ask what a layer keeps there or further out. */
  private boolean canEnd(int layer, Operand operand, int home) {
    Optional<MappingConstraint> asked = study.constraint(exchanged.layer(layer).name());
    int memoriesInside = 0;
    for (int level = 0; level < home; level++) {
      memoriesInside += levels.get(level).serves().contains(operand) ? 1 : 0;
    }
    int cuts = memoriesInside + (operand == Operand.WEIGHT ? 1 : 0);
    return levels.get(home).serves().contains(operand) && asked.stream()
        .flatMap(each -> each.tiles().getOrDefault(operand, Map.of()).keySet().stream()).allMatch(cut -> cut < cuts);
  }

  private int home(int maker, Operand operand) {
    return homes.getOrDefault(maker, last(operand));
  }

  private int last(Operand operand) {
    int last = -1;
    for (int level = 0; level < levels.size(); level++) {
      last = levels.get(level).serves().contains(operand) ? level : last;
    }
    return last;
  }

  /** Return the last level of the way of each operand of a layer. */
  private Map<Operand, Integer> ends(int layer) {
    Map<Operand, Integer> ends = new EnumMap<>(Operand.class);
    for (Operand operand : Operand.values()) {
      ends.put(operand, last(operand));
    }
    ends.put(Operand.OUTPUT, home(layer, Operand.OUTPUT));
    exchanged.uses(layer).forEach(use -> ends.put(use.operand(), home(use.maker(), use.operand())));
    return ends;
  }

  /**
   * Return what a layer sees; nothing when what is needed while it runs does not fit, which is reported.
   *
   * @throws ArithmeticException when a count exceeds a {@code long}
   */
  Optional<Architecture> seen(int layer, Differences differences) {
    if (!isClaimed) {
      return Optional.of(study.architecture());
    }
    Map<Operand, Integer> ends = exchanged.layer(layer) instanceof ElementwiseLayer ? Map.of() : ends(layer);
    List<MemoryLevel> seen = new ArrayList<>();
    for (int number = 0; number < levels.size(); number++) {
      MemoryLevel level = levels.get(number);
      Set<Operand> serves = EnumSet.noneOf(Operand.class);
      for (Operand operand : level.serves()) {
        if (ends.isEmpty() || number <= ends.get(operand)) {
          serves.add(operand);
        }
      }
      long free = Math.subtractExact(level.capacityBits(), takenBits(layer, number));
      if (free < (serves.isEmpty() || ends.isEmpty() ? 0 : 1)) {
        differences.add("", "What memory '%s' keeps of outputs, in bits,".formatted(level.name()),
            "at most " + level.capacityBits(), level.capacityBits() - free);
        return Optional.empty();
      }
      if (!serves.isEmpty()) {
        seen.add(new MemoryLevel(level.id(), level.name(), Math.max(1, free), serves, level.sharing(), level.ports(),
            level.readPjPerBit(), level.writePjPerBit(), level.areaMm2(), level.leakageMw(), level.doubleBuffered()));
      }
    }
    Architecture whole = study.architecture();
    return Optional.of(new Architecture(whole.id(), whole.name(), whole.macro(), whole.macros(), new MemoryHierarchy(seen)));
  }

  /** Return what outputs take of a level while a layer runs, but for what its mapping keeps of its own and of what it reads. */
  private long takenBits(int layer, int level) {
    long taken = 0;
    for (int maker : exchanged.needed(layer)) {
      if (home(maker, Operand.OUTPUT) == level) {
        boolean isOwn = maker == layer && !(exchanged.layer(layer) instanceof ElementwiseLayer);
        taken = Math.addExact(taken, isOwn ? 0 : Math.max(0, exchanged.bits(maker) - keptBits(layer, maker, level)));
      }
    }
    return taken;
  }

  private long keptBits(int layer, int maker, int level) {
    boolean isThere = exchanged.uses(layer).stream()
        .anyMatch(use -> use.maker() == maker && home(maker, use.operand()) == level);
    return isThere ? exchanged.keptByReader(layer, maker).orElse(0) : 0;
  }

  /** Elements of what a layer without weights reads, and the level where they live. */
  record Found(int level, long elements) { }

  /** Return where a layer without weights finds what it reads. */
  List<Found> found(int layer, ElementwiseLayer moved) {
    return exchanged.uses(layer).isEmpty()
        ? List.of(new Found(last(Operand.INPUT), moved.inputElements()))
        : exchanged.uses(layer).stream().map(use -> new Found(home(use.maker(), Operand.INPUT), use.elements())).toList();
  }

  /** Return the level to which a layer without weights brings its output. */
  int brought(int layer) {
    return home(layer, Operand.OUTPUT);
  }
}
