package org.imc.benchmarks;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.imc.engine.Activations;
import org.imc.engine.ElementId;
import org.imc.engine.Objective;
import org.imc.engine.Study;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.DigitalMacro;
import org.imc.engine.arch.MacroGeometry;
import org.imc.engine.arch.MacroModel;
import org.imc.engine.arch.MemoryHierarchy;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.arch.MemoryPort;
import org.imc.engine.arch.PortDirection;
import org.imc.engine.arch.Sharing;
import org.imc.engine.arch.Technology;
import org.imc.engine.mapping.ArrayAxis;
import org.imc.engine.mapping.MappingConstraint;
import org.imc.engine.workload.LoopBounds;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Network;
import org.imc.engine.workload.Operand;
import org.imc.engine.workload.Precision;
import org.imc.engine.workload.Window;

/** What the mapper is measured on: a digital 32 x 32 array of 8-bit weights, and the layers of ResNet-18. */
final class MapperWork {

  private static final long KIBIBIT = 1024L * 8;
  private static final Precision PRECISION = new Precision(8, 8, 24, 8);

  private MapperWork() { }

  /** The distinct layers of ResNet-18 for ImageNet, and how often each occurs: K, C, OY, OX, FY, FX, stride. */
  enum ResNet18 {
    CONV1(1, 64, 3, 112, 112, 7, 7, 2),
    CONV2_X(4, 64, 64, 56, 56, 3, 3, 1),
    CONV3_1(1, 128, 64, 28, 28, 3, 3, 2),
    CONV3_SHORTCUT(1, 128, 64, 28, 28, 1, 1, 2),
    CONV3_X(3, 128, 128, 28, 28, 3, 3, 1),
    CONV4_1(1, 256, 128, 14, 14, 3, 3, 2),
    CONV4_SHORTCUT(1, 256, 128, 14, 14, 1, 1, 2),
    CONV4_X(3, 256, 256, 14, 14, 3, 3, 1),
    CONV5_1(1, 512, 256, 7, 7, 3, 3, 2),
    CONV5_SHORTCUT(1, 512, 256, 7, 7, 1, 1, 2),
    CONV5_X(3, 512, 512, 7, 7, 3, 3, 1),
    FC(1, 1000, 512, 1, 1, 1, 1, 1);

    private final int times;
    private final long[] sizes;

    ResNet18(int times, long... sizes) {
      this.times = times;
      this.sizes = sizes;
    }

    MacLayer layer() {
      return MapperWork.layer(name(), sizes[0], sizes[1], sizes[2], sizes[3], sizes[4], sizes[5], sizes[6]);
    }
  }

  /** Return all 21 layers of ResNet-18 as a study. */
  static Study resNet18(int levels, Objective objective) {
    List<MacLayer> layers = new ArrayList<>();
    for (ResNet18 shape : ResNet18.values()) {
      MacLayer layer = shape.layer();
      for (int i = 1; i <= shape.times; i++) {
        layers.add(new MacLayer(layer.id(), layer.name() + "_" + i, layer.operation(), layer.bounds(), layer.window(),
            layer.precision(), false, List.of()));
      }
    }
    return study(levels, objective, Map.of(), layers.toArray(MacLayer[]::new));
  }

  /** Return a study of one layer, over all unrollings. */
  static Study free(MacLayer layer, int levels, Objective objective) {
    return study(levels, objective, Map.of(), layer);
  }

  /** Return a study of one layer with output channels on the columns, input channels on the rows, and nothing else. */
  static Study unrolled(MacLayer layer, int levels, Objective objective) {
    Map<ArrayAxis, Map<LoopDim, Long>> unrollings = new EnumMap<>(ArrayAxis.class);
    for (ArrayAxis axis : ArrayAxis.values()) {
      Map<LoopDim, Long> fixed = new HashMap<>();
      axis.dims().forEach(dim -> fixed.put(dim, 1L));
      unrollings.put(axis, fixed);
    }
    unrollings.get(ArrayAxis.COLUMNS).put(LoopDim.K, Math.min(32, layer.bounds().get(LoopDim.K)));
    unrollings.get(ArrayAxis.ROWS).put(LoopDim.C, Math.min(32, layer.bounds().get(LoopDim.C)));
    var constraint = new MappingConstraint(new ElementId("m"), unrollings, Optional.empty(), Map.of());
    return study(levels, objective, Map.of(layer.name(), constraint), layer);
  }

  private static Study study(
      int levels, Objective objective, Map<String, MappingConstraint> constraints, MacLayer... layers) {
    var network = new Network(new ElementId("network"), "network", List.of(layers));
    return new Study(new ElementId("study"), network, architecture(levels), objective, constraints,
        Activations.OUTERMOST); // layers that exchange nothing: what is measured is how each is mapped
  }

  static MacLayer layer(String name, long k, long c, long oy, long ox, long fy, long fx, long stride) {
    LoopBounds bounds = LoopBounds.of(Map.of(LoopDim.K, k, LoopDim.C, c, LoopDim.OY, oy, LoopDim.OX, ox, LoopDim.FY, fy,
        LoopDim.FX, fx));
    return new MacLayer(new ElementId(name), name, "conv2d", bounds,
        new Window(stride, stride, 1, 1, oy * stride, ox * stride), PRECISION, false, List.of());
  }

  /**
   * Return a chip whose inputs and outputs pass so many memory levels: DRAM and a buffer; registers on rows and outputs; an
   * SRAM in the macro; a second buffer, for all operands.
   */
  static Architecture architecture(int levels) {
    List<MemoryLevel> all = new ArrayList<>();
    if (levels >= 3) {
      all.add(memory("input_register", 8, Sharing.PER_ROW, 0.002, 8, Operand.INPUT));
      all.add(memory("output_register", 24, Sharing.PER_OUTPUT, 0.002, 24, Operand.OUTPUT));
    }
    if (levels >= 4) {
      all.add(memory("local", 16 * KIBIBIT, Sharing.PER_MACRO, 0.02, 256, Operand.INPUT, Operand.OUTPUT));
    }
    all.add(memory("buffer", 256 * KIBIBIT, Sharing.GLOBAL, 0.1, 128, Operand.INPUT, Operand.OUTPUT));
    if (levels >= 5) {
      all.add(memory("large", 2048 * KIBIBIT, Sharing.GLOBAL, 0.4, 128, Operand.values()));
    }
    all.add(memory("dram", 1L << 36, Sharing.GLOBAL, 10, 64, Operand.values()));
    var technology = new Technology(new ElementId("t"), "cmos28", 28, 0.9, 0.7, 0.614, 0.0478, 0.35, 0.35, 0.3, 0.01);
    var macro = new DigitalMacro(new ElementId("m"), "array", technology, new MacroGeometry(32, 256, 1, 8, 8, 1), 0.9,
        OptionalDouble.empty(), MacroModel.STANDARD);
    return new Architecture(new ElementId("a"), "chip", macro, 1, new MemoryHierarchy(all));
  }

  private static MemoryLevel memory(
      String name, long bits, Sharing sharing, double pjPerBit, double bandwidth, Operand... serves) {
    return new MemoryLevel(new ElementId(name), name, bits, Set.of(serves), sharing,
        List.of(new MemoryPort(PortDirection.READ, bandwidth), new MemoryPort(PortDirection.WRITE, bandwidth)),
        pjPerBit, pjPerBit, 0);
  }
}
