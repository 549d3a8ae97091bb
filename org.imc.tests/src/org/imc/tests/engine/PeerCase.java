package org.imc.tests.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.imc.engine.ElementId;
import org.imc.engine.arch.Adc;
import org.imc.engine.arch.AnalogMacro;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.DigitalMacro;
import org.imc.engine.arch.Macro;
import org.imc.engine.arch.MacroGeometry;
import org.imc.engine.arch.MacroModel;
import org.imc.engine.arch.MemoryHierarchy;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.arch.MemoryPort;
import org.imc.engine.arch.PortDirection;
import org.imc.engine.arch.Sharing;
import org.imc.engine.arch.Technology;
import org.imc.engine.mapping.ArrayAxis;
import org.imc.engine.mapping.Loop;
import org.imc.engine.mapping.Mapping;
import org.imc.engine.mapping.SpatialMapping;
import org.imc.engine.mapping.TemporalMapping;
import org.imc.engine.workload.LoopBounds;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Operand;
import org.imc.engine.workload.Precision;
import org.imc.engine.workload.Window;

/**
 * One layer as the peer (ZigZag 3.8.5) mapped and priced it, in our terms.
 *
 * <p>Its memories are ours with these readings: what serves D1 stands once a row, what serves D2 once an output, what serves
 * all dimensions once a chip; an access moves the width of the port, so that energy per bit is the energy of an access over
 * that width. Memories that it passes by for an operand (its "data locality") do not serve that operand here. The layer is
 * as its reader gives it, which swaps the sides of kernels that are not square.
 *
 * @param id where it is from
 * @param architecture the memories as far as the layer uses them
 * @param layer the layer
 * @param mapping what the peer chose, or was given
 * @param hardware the peer's description of its memories
 * @param outputs the peer's figures
 */
record PeerCase(
    String id, Architecture architecture, MacLayer layer, Mapping mapping, JsonNode hardware, JsonNode outputs) {

  private static final Map<String, Operand> OPERANDS =
      Map.of("W", Operand.WEIGHT, "I", Operand.INPUT, "O", Operand.OUTPUT);
  private static final Pattern RELATION = Pattern.compile("(?i)i[xy]=(\\d+)\\*o[xy]\\+(\\d+)\\*f[xy]");

  /** Return the letter that the peer gives an operand. */
  static String letter(Operand operand) {
    return operand.name().substring(0, 1);
  }

  /** Return the product of two bounds, dimension by dimension. */
  static LoopBounds times(LoopBounds a, LoopBounds b) {
    LoopBounds product = a;
    for (LoopDim dim : LoopDim.values()) {
      product = product.with(dim, Math.multiplyExact(a.get(dim), b.get(dim)));
    }
    return product;
  }

  /** Return the steps of each dimension in space and time: the size of the layer, ragged edges as full ones. */
  LoopBounds covered() {
    return times(mapping.spatial().tile(ArrayAxis.values()),
        mapping.temporal().below(mapping.temporal().loops().size()));
  }

  /** Return a mapping that was given to the peer, from a line of {@code fixed_mapping_points.jsonl}. */
  static PeerCase fixed(JsonNode point, JsonNode hardware) {
    JsonNode layer = point.path("inputs").path("layer");
    Map<LoopDim, Long> sizes = new EnumMap<>(LoopDim.class);
    for (int i = 0; i < layer.path("loop_dims").size(); i++) {
      sizes.put(dim(layer.path("loop_dims").path(i).asText()), layer.path("loop_sizes").path(i).asLong());
    }
    var mac = layer(point.path("id").asText(), LoopBounds.of(sizes), layer.path("dimension_relations"),
        layer.path("operand_precision"), null);
    return of(point.path("id").asText(), hardware, mac, point.path("outputs"));
  }

  /**
   * Return a layer of a network whose mapping the peer searched.
   *
   * @param node the layer in {@code workloads}
   */
  static PeerCase searched(String name, JsonNode hardware, JsonNode node, JsonNode outputs) {
    Map<LoopDim, Long> sizes = new EnumMap<>(LoopDim.class);
    node.path("dims").fields().forEachRemaining(size -> sizes.put(dim(size.getKey()), size.getValue().asLong()));
    var mac = layer(name, LoopBounds.of(sizes), node.path("relations"), node.path("precision"), node.path("pr_dim_sizes"));
    return of(name, hardware, mac, outputs);
  }

  private static PeerCase of(String id, JsonNode hardware, MacLayer layer, JsonNode outputs) {
    return new PeerCase(id, architecture(hardware, outputs.path("memory_levels")), layer,
        mapping(layer.bounds(), outputs), hardware.path("memories"), outputs);
  }

  private static LoopDim dim(String name) {
    return name.equals("D") ? LoopDim.B : LoopDim.valueOf(name); // D: the rows of a product of matrices
  }

  private static MacLayer layer(String name, LoopBounds bounds, JsonNode relations, JsonNode bits, JsonNode stored) {
    long[] strides = {1, 1}; // y, x
    long[] dilations = {1, 1};
    for (JsonNode text : relations) {
      Matcher relation = RELATION.matcher(text.asText().replace(" ", ""));
      if (!relation.matches()) {
        throw new IllegalArgumentException("'%s' of %s is not understood.".formatted(text, name));
      }
      int axis = relation.group().toLowerCase().charAt(1) - 'x' == 0 ? 1 : 0;
      strides[axis] = Long.parseLong(relation.group(1));
      dilations[axis] = Long.parseLong(relation.group(2));
    }
    long height = (bounds.get(LoopDim.OY) - 1) * strides[0] + (bounds.get(LoopDim.FY) - 1) * dilations[0] + 1;
    long width = (bounds.get(LoopDim.OX) - 1) * strides[1] + (bounds.get(LoopDim.FX) - 1) * dilations[1] + 1;
    if (stored != null && stored.has("IY")) {
      height = stored.path("IY").asLong();
      width = stored.path("IX").asLong();
    }
    var precision = new Precision(bits.path("W").asInt(), bits.path("I").asInt(), bits.path("O").asInt(),
        bits.path("O_final").asInt());
    return new MacLayer(new ElementId(name), name, "conv2d", bounds,
        new Window(strides[0], strides[1], dilations[0], dilations[1], height, width), precision, false, List.of());
  }

  private static Architecture architecture(JsonNode hardware, JsonNode chains) {
    JsonNode array = hardware.path("operational_array");
    JsonNode sizes = array.path("sizes");
    JsonNode memories = hardware.path("memories");
    List<MemoryLevel> levels = new ArrayList<>();
    memories.fields().forEachRemaining(memory -> {
      Set<Operand> serves = EnumSet.noneOf(Operand.class);
      OPERANDS.forEach((letter, operand) -> {
        for (JsonNode level : chains.path(letter)) {
          if (level.asText().equals(memory.getKey())) {
            serves.add(operand);
          }
        }
      });
      if (!memory.getKey().equals("cells") && !serves.isEmpty()) {
        levels.add(memory(memory.getKey(), memory.getValue(), serves, sizes.size()));
      }
    });
    Macro macro = macro(array, sizes, memories.path("cells"));
    return new Architecture(new ElementId("peer"), "peer", macro, sizes.path(2).asInt(1), new MemoryHierarchy(levels));
  }

  private static Macro macro(JsonNode array, JsonNode sizes, JsonNode cells) {
    int inputBits = array.path("input_precision").path(0).asInt();
    int weightBits = array.path("input_precision").path(1).asInt();
    int cellsPerMultiplier = cells.path("size").asInt() / weightBits;
    double writePjPerBit = cells.path("w_cost").asDouble() / width(cells.path("ports").path(0));
    var geometry = new MacroGeometry(sizes.path(1).asInt() * cellsPerMultiplier, sizes.path(0).asInt() * weightBits,
        cellsPerMultiplier, weightBits, inputBits, array.path("bit_serial_precision").asInt());
    var technology = new Technology(new ElementId("cmos28"), "cmos28", 28, MacroPlan.SUPPLY_V, MacroPlan.GATE_FF,
        MacroPlan.GATE_UM2, MacroPlan.GATE_NS, MacroPlan.GATE_FF / 2, MacroPlan.GATE_FF / 2, 0, writePjPerBit);
    var id = new ElementId("array");
    return array.path("imc_type").asText().equals("digital")
        ? new DigitalMacro(id, "array", technology, geometry, MacroPlan.SUPPLY_V, OptionalDouble.empty(),
            MacroModel.STANDARD)
        : new AnalogMacro(id, "array", technology, geometry, MacroPlan.SUPPLY_V, OptionalDouble.empty(),
            MacroModel.STANDARD, new Adc(array.path("adc_resolution").asDouble(), 1));
  }

  private static MemoryLevel memory(String name, JsonNode memory, Set<Operand> serves, int dimensions) {
    List<MemoryPort> ports = new ArrayList<>();
    memory.path("ports").forEach(port -> ports.add(new MemoryPort(
        PortDirection.valueOf(port.path("type").asText().toUpperCase()), width(port))));
    JsonNode served = memory.path("served_dimensions");
    Sharing sharing = served.size() == dimensions
        ? Sharing.GLOBAL
        : served.size() == 2 ? Sharing.PER_MACRO
        : served.path(0).asText().equals("D1") ? Sharing.PER_ROW : Sharing.PER_OUTPUT;
    double width = width(memory.path("ports").path(0));
    return new MemoryLevel(new ElementId(name), name, memory.path("size").asLong(), serves, sharing, ports,
        memory.path("r_cost").asDouble() / width, memory.path("w_cost").asDouble() / width, 0);
  }

  private static double width(JsonNode port) {
    return port.path("bandwidth_max").asDouble();
  }

  private static Mapping mapping(LoopBounds bounds, JsonNode outputs) {
    Map<Operand, List<Integer>> cuts = new EnumMap<>(Operand.class);
    List<Loop> loops = new ArrayList<>();
    OPERANDS.forEach((letter, operand) -> {
      List<Integer> of = new ArrayList<>();
      List<Loop> nest = new ArrayList<>();
      for (JsonNode level : outputs.path("temporal_allocation").path(letter)) {
        level.forEach(loop -> nest.add(new Loop(dim(loop.path(0).asText()), loop.path(1).asLong())));
        of.add(nest.size());
      }
      of.removeLast(); // everything is inside the last level
      cuts.put(operand, of);
      loops.clear();
      loops.addAll(nest); // the same for all operands
    });
    return new Mapping(spatial(bounds, outputs.path("spatial_mapping")), new TemporalMapping(loops, cuts));
  }

  /** Read unrollings; of a size that does not divide, the smallest of equal steps, where the peer takes the average. */
  private static SpatialMapping spatial(LoopBounds bounds, JsonNode unrollings) {
    List<List<Loop>> axes = new ArrayList<>();
    for (ArrayAxis axis : ArrayAxis.values()) {
      List<Loop> loops = new ArrayList<>();
      unrollings.path("D" + (axis.ordinal() + 1)).fields().forEachRemaining(
          of -> loops.add(new Loop(dim(of.getKey()), of.getValue().asLong())));
      axes.add(loops);
    }
    var given = new SpatialMapping(axes.get(0), axes.get(1), axes.get(2));
    for (LoopDim dim : LoopDim.values()) {
      long all = given.tile(ArrayAxis.values()).get(dim);
      ArrayAxis widest = Stream.of(ArrayAxis.values())
          .max(Comparator.comparingLong(axis -> given.unrolling(axis, dim))).orElseThrow();
      long widestSize = given.unrolling(widest, dim);
      long steps = Math.ceilDiv(bounds.get(dim), all);
      long even = Math.ceilDiv(bounds.get(dim), steps * (all / widestSize));
      axes.get(widest.ordinal()).replaceAll(loop -> loop.dim() == dim ? new Loop(dim, even) : loop);
    }
    return new SpatialMapping(axes.get(0), axes.get(1), axes.get(2));
  }
}
