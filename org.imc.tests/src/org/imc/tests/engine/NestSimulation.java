package org.imc.tests.engine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.MacroGeometry;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.arch.PortDirection;
import org.imc.engine.arch.Sharing;
import org.imc.engine.mapping.ArrayAxis;
import org.imc.engine.mapping.Loop;
import org.imc.engine.mapping.Mapping;
import org.imc.engine.mapping.SpatialMapping;
import org.imc.engine.workload.LoopBounds;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Operand;
import org.imc.tests.engine.PortSchedule.Task;

/**
 * Walks a loop nest activation by activation, and moves the words of each tile one by one: a word of an operand is what one
 * step of the loops that concern it needs. Each has its place, which it takes from the word of the tile before (or of the
 * one before that, where tiles are double buffered) after its last use. Knows nothing of the engine's latency.
 */
final class NestSimulation {

  private static final String ARRAY = "array";
  private static final String CELL_PORT = "write port of the cells";
  private static final int CELLS = -1;

  private final Architecture architecture;
  private final MacLayer layer;
  private final SpatialMapping spatial;
  private final List<Loop> loops;
  private final long activations;
  private final int cyclesPerActivation;
  private final PortSchedule schedule = new PortSchedule();
  private final Map<Operand, List<Place>> places = new EnumMap<>(Operand.class);

  /** A place and the cut above it. */
  private final class Place {

    final Operand operand;
    final int level;
    final int above;
    final int cut;
    final long words;
    final long stepsOfTile;
    final int tilesKept;
    final Map<List<Long>, Task> arrival = new HashMap<>(); // by tile and word
    final Map<List<Long>, List<Task>> uses = new HashMap<>(); // likewise; of outputs, what adds to them
    final Map<List<Long>, Task> departure = new HashMap<>(); // of outputs
    final Map<Long, Task> lastDeparture = new HashMap<>(); // by output

    Place(Operand operand, int level, int above, int cut) {
      this.operand = operand;
      this.level = level;
      this.above = above;
      this.cut = cut;
      long count = 1;
      for (Loop loop : loops.subList(0, cut)) {
        count *= loop.dim().isRelevantTo(operand) ? loop.size() : 1;
      }
      words = count;
      int first = cut;
      while (first < loops.size() && !loops.get(first).dim().isRelevantTo(operand)) {
        first++;
      }
      stepsOfTile = loops.subList(0, first).stream().mapToLong(Loop::size).reduce(1, (a, b) -> a * b);
      boolean two = level == CELLS
          ? architecture.macro().geometry().pingPong() : levels().get(level).doubleBuffered();
      tilesKept = two ? 2 : 1;
    }

    /** Return the tile and the word of it that an activation uses. */
    List<Long> at(long activation) {
      return List.of(activation / stepsOfTile, word(operand, activation, 0, cut));
    }

    List<Long> before(List<Long> tileAndWord) {
      return List.of(tileAndWord.get(0) - tilesKept, tileAndWord.get(1));
    }

    /** Return the cycles in which a word of each used instance goes through a port. */
    double cycles(int of, boolean reads, int width) {
      LoopBounds inside = LoopBounds.ONES;
      for (Loop loop : loops.subList(0, cut)) {
        inside = inside.with(loop.dim(), inside.get(loop.dim()) * loop.size());
      }
      LoopBounds under = operand == Operand.OUTPUT
          ? spatial.tile(ArrayAxis.values()) : spatial.tile(levels().get(of).sharing());
      for (LoopDim dim : LoopDim.values()) {
        inside = inside.with(dim, inside.get(dim) * under.get(dim));
      }
      double all = layer.elements(operand, inside) * (operand == Operand.OUTPUT ? 1.0 : instances(of));
      return all * width / words / (bandwidth(of, reads) * instances(of));
    }
  }

  NestSimulation(MapperProblem problem, Mapping mapping) {
    architecture = problem.architecture();
    layer = problem.layer();
    spatial = mapping.spatial();
    loops = mapping.temporal().loops();
    activations = mapping.temporal().iterations();
    MacroGeometry geometry = architecture.macro().geometry();
    cyclesPerActivation = geometry.cyclesPerActivation();
    for (Operand operand : Operand.values()) {
      int[] chain = architecture.memories().chain(operand);
      List<Integer> cuts = mapping.temporal().cuts().get(operand);
      List<Place> all = new ArrayList<>();
      for (int i = 0; i < cuts.size(); i++) {
        int inside = cuts.size() + 1 - chain.length; // the cells come before the memories
        all.add(new Place(operand, i < inside ? CELLS : chain[i - inside], chain[i - inside + 1], cuts.get(i)));
      }
      places.put(operand, all);
    }
  }

  private List<MemoryLevel> levels() {
    return architecture.memories().levels();
  }

  private double instances(int level) {
    Sharing sharing = levels().get(level).sharing();
    return spatial.instances(sharing, layer.window());
  }

  private int port(int level, boolean reads) {
    var ports = levels().get(level).ports();
    for (PortDirection wanted : List.of(reads ? PortDirection.READ : PortDirection.WRITE, PortDirection.READ_WRITE)) {
      for (int i = 0; i < ports.size(); i++) {
        if (ports.get(i).direction() == wanted) {
          return i;
        }
      }
    }
    throw new AssertionError();
  }

  private String portName(int level, boolean reads) {
    return "%d.%d".formatted(level, port(level, reads));
  }

  private double bandwidth(int level, boolean reads) {
    return levels().get(level).ports().get(port(level, reads)).bandwidthBitsPerCycle();
  }

  /** Return the number of what an activation uses of an operand, of the loops from one to another. */
  private long word(Operand operand, long activation, int from, int to) {
    long rest = activation;
    long number = 0;
    long radix = 1;
    for (int i = 0; i < loops.size(); i++) {
      long digit = rest % loops.get(i).size();
      rest /= loops.get(i).size();
      if (i >= from && i < to && loops.get(i).dim().isRelevantTo(operand)) {
        number += digit * radix;
        radix *= loops.get(i).size();
      }
    }
    return number;
  }

  /** Return whether all loops that add to an output are at their first (or last) step, of those outside a tile. */
  private boolean addsAt(long activation, long stepsOfTile, boolean last) {
    long rest = activation;
    long inside = 1;
    for (Loop loop : loops) {
      long digit = rest % loop.size();
      rest /= loop.size();
      boolean outside = inside >= stepsOfTile;
      inside *= loop.size();
      if (outside && !loop.dim().isRelevantTo(Operand.OUTPUT) && digit != (last ? loop.size() - 1 : 0)) {
        return false;
      }
    }
    return true;
  }

  /** Return the cycles until all outputs are where they belong. */
  double cycles() {
    List<Task> before = List.of();
    for (long activation = 0; activation < activations; activation++) {
      Task latch = schedule.task(activation).after(before);
      Task compute = schedule.task(activation).after(List.of(latch)).on(ARRAY, cyclesPerActivation);
      bring(Operand.INPUT, activation, latch, latch); // the array takes its inputs as it starts
      bring(Operand.WEIGHT, activation, latch, compute); // and has its weights until it is done
      List<Task> working = new ArrayList<>(List.of(compute));
      exchangeWithArray(activation, latch, working);
      Task sum = schedule.task(activation).after(working);
      open(activation, sum);
      close(activation);
      before = List.of(sum);
    }
    return schedule.run();
  }

  private void bring(Operand operand, long activation, Task needs, Task uses) {
    List<Place> chain = places.get(operand);
    Task user = null;
    for (int i = 0; i < chain.size(); i++) {
      Place place = chain.get(i);
      List<Long> at = place.at(activation);
      Task known = place.arrival.get(at);
      Task arrival = known == null ? arrival(place, activation, at) : known;
      if (i == 0) {
        needs.after(List.of(arrival));
        place.uses.get(at).add(uses);
      } else if (user != null) {
        user.after(List.of(arrival));
        place.uses.get(at).add(user);
      }
      user = known == null ? arrival : null;
    }
  }

  private Task arrival(Place place, long activation, List<Long> at) {
    Task arrival = schedule.task(activation).after(place.uses.getOrDefault(place.before(at), List.of()));
    int width = place.operand == Operand.WEIGHT ? layer.precision().weightBits() : layer.precision().inputBits();
    double read = place.cycles(place.above, true, width);
    arrival.on(portName(place.above, true), read);
    if (place.level == CELLS) {
      boolean pingPong = place.tilesKept == 2;
      double rows = spatial.usedRows(layer.window());
      arrival.on(pingPong ? CELL_PORT : ARRAY, pingPong ? rows : Math.max(rows, read));
    } else {
      arrival.on(portName(place.level, false), place.cycles(place.level, false, width));
    }
    place.arrival.put(at, arrival);
    place.uses.put(at, new ArrayList<>());
    return arrival;
  }

  /** Let the array read its inputs and write its sums, and read back those that are not the first, while it computes. */
  private void exchangeWithArray(long activation, Task latch, List<Task> working) {
    int inputs = architecture.memories().chain(Operand.INPUT)[0];
    double words = layer.elements(Operand.INPUT, spatial.tile(levels().get(inputs).sharing())) * instances(inputs);
    working.add(schedule.task(activation).after(List.of(latch)).on(portName(inputs, true),
        words * layer.precision().inputBits() / (bandwidth(inputs, true) * instances(inputs))));
    int outputs = architecture.memories().chain(Operand.OUTPUT)[0];
    double sums = spatial.unrolling(ArrayAxis.COLUMNS) * spatial.unrolling(ArrayAxis.MACROS);
    boolean first = addsAt(activation, 1, false);
    int width = addsAt(activation, 1, true) ? layer.precision().outputBits() : layer.precision().partialSumBits();
    working.add(schedule.task(activation).after(List.of(latch)).on(portName(outputs, false),
        sums * width / (bandwidth(outputs, false) * instances(outputs))));
    if (!first) {
      working.add(schedule.task(activation).after(List.of(latch)).on(portName(outputs, true),
          sums * layer.precision().partialSumBits() / (bandwidth(outputs, true) * instances(outputs))));
    }
  }

  /** Let a sum go where there is room for it, and where what it is added to has come back. */
  private void open(long activation, Task sum) {
    List<Place> chain = places.get(Operand.OUTPUT);
    Task user = sum;
    for (int i = 0; i < chain.size(); i++) {
      Place place = chain.get(i);
      List<Long> at = place.at(activation);
      if (i == 0) {
        place.uses.computeIfAbsent(at, key -> new ArrayList<>()).add(sum);
      }
      Task known = place.arrival.get(at);
      Task arrival = known == null ? room(place, activation, at) : known;
      if (user != null) {
        user.after(List.of(arrival));
      }
      user = known == null ? arrival : null;
    }
  }

  private Task room(Place place, long activation, List<Long> at) {
    Task room = schedule.task(activation);
    Task gone = place.departure.get(place.before(at));
    room.after(gone == null ? List.of() : List.of(gone));
    if (!addsAt(activation, place.stepsOfTile, false)) {
      int width = layer.precision().partialSumBits();
      room.after(List.of(place.lastDeparture.get(word(Operand.OUTPUT, activation, 0, loops.size()))))
          .on(portName(place.above, true), place.cycles(place.above, true, width))
          .on(portName(place.level, false), place.cycles(place.level, false, width));
    }
    place.arrival.put(at, room);
    return room;
  }

  /** Let outputs leave the tiles that end with an activation. */
  private void close(long activation) {
    List<Place> chain = places.get(Operand.OUTPUT);
    for (int i = 0; i < chain.size(); i++) {
      Place place = chain.get(i);
      if ((activation + 1) % place.stepsOfTile == 0) {
        Place above = i + 1 < chain.size() ? chain.get(i + 1) : null;
        for (long each = activation - place.stepsOfTile + 1; each <= activation; each++) {
          if (!place.departure.containsKey(place.at(each))) {
            leave(place, above, each, activation + 1);
          }
        }
      }
    }
  }

  private void leave(Place place, Place above, long activation, long urgency) {
    List<Long> at = place.at(activation);
    boolean complete = addsAt(activation, place.stepsOfTile, true);
    int width = complete ? layer.precision().outputBits() : layer.precision().partialSumBits();
    Task leaves = schedule.task(urgency).after(place.uses.getOrDefault(at, List.of()))
        .on(portName(place.level, true), place.cycles(place.level, true, width))
        .on(portName(place.above, false), place.cycles(place.above, false, width));
    place.departure.put(at, leaves);
    place.lastDeparture.put(word(Operand.OUTPUT, activation, 0, loops.size()), leaves);
    if (above != null) {
      above.uses.computeIfAbsent(above.at(activation), key -> new ArrayList<>()).add(leaves);
    }
  }
}
