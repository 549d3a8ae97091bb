package org.imc.tests.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.imc.dsl.evaluation.Problem;
import org.imc.dsl.evaluation.StudyRunner;
import org.imc.dsl.lowering.LoweredStudy;
import org.imc.dsl.lowering.SourceMap;
import org.imc.engine.ElementId;
import org.imc.engine.Engine;
import org.imc.engine.Objective;
import org.imc.engine.arch.Activity;
import org.imc.engine.arch.Adc;
import org.imc.engine.arch.AnalogMacro;
import org.imc.engine.arch.Dac;
import org.imc.engine.arch.DigitalMacro;
import org.imc.engine.arch.LogicBlock;
import org.imc.engine.arch.LogicBlock.Words;
import org.imc.engine.arch.Macro;
import org.imc.engine.arch.MacroGeometry;
import org.imc.engine.arch.MacroModel;
import org.imc.engine.arch.MacroStructure;
import org.imc.engine.arch.MacroStructure.Idle;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.arch.PortDirection;
import org.imc.engine.arch.ReadOutStep;
import org.imc.engine.arch.Summing;
import org.imc.engine.arch.Sharing;
import org.imc.engine.arch.TreeKind;
import org.imc.engine.workload.LoopBounds;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Precision;
import org.imc.engine.workload.Window;
import org.junit.jupiter.api.Test;

class LoweringTest {

  @Test
  void quantitiesArriveInTheEnginesUnits() {
    var technology = lower(Designs.complete()).study().architecture().macro().technology();
    assertEquals(28, technology.nodeNm());
    assertEquals(0.9, technology.supplyV());
    assertEquals(0.7, technology.gateCapacitanceFf());
    assertEquals(0.614, technology.gateAreaUm2());
    assertEquals(0.0478, technology.gateDelayNs());
    assertEquals(0.012, technology.cellWritePjPerBit());
  }

  @Test
  void aMemoryIsDoubleBufferedWhenItSaysSo() {
    MemoryLevel plain = lower(Designs.complete()).study().architecture().memories().levels().get(0);
    MemoryLevel twice = lower(Designs.complete().replace("size 64 KiB", "size 64 KiB double buffered"))
        .study().architecture().memories().levels().get(0);
    assertEquals(1, plain.tilesKept());
    assertEquals(2, twice.tilesKept());
  }

  @Test
  void digitalMacroIsLowered() {
    var macro = assertInstanceOf(DigitalMacro.class, lower(Designs.complete()).study().architecture().macro());
    assertEquals(new MacroGeometry(64, 64, 1, 8, 8, 1), macro.geometry());
    assertEquals(0.9, macro.supplyV());
  }

  @Test
  void analogMacroIsLowered() {
    String text = Designs.complete().replace(Designs.DIGITAL, Designs.ANALOG
        .replace("resolution 5 bit", "resolution 4.5 bit columns 4")
        .replace("rows 64", "rows 64 cells 4 per multiplier supply 0.8 V clock 200 MHz model zigzag summing current"));
    var macro = assertInstanceOf(AnalogMacro.class, lower(text).study().architecture().macro());
    assertEquals(new MacroGeometry(64, 64, 4, 8, 8, 2), macro.geometry());
    assertEquals(4.5, macro.adc().bits());
    assertEquals(4, macro.adc().columnsPerConverter());
    assertEquals(0.8, macro.supplyV());
    assertEquals(Summing.CURRENT, macro.summing());
    assertEquals(5, macro.givenClockPeriodNs().orElseThrow());
  }

  @Test
  void everyFormOfTheModelIsLoweredToItsOwn() {
    for (MacroModel model : MacroModel.values()) {
      String text = Designs.complete().replace("serial 1 bit", "serial 1 bit access 0.1 ns model " + model.name().toLowerCase(Locale.ROOT));
      Macro macro = lower(text).study().architecture().macro();
      assertEquals(model, macro.model());
      assertEquals(0.1, macro.structure().accessNs().orElseThrow());
    }
  }

  @Test
  void structureIsLowered() {
    String text = Designs.complete().replace("serial 1 bit", """
        serial 2 bit recoding booth mux 2 ping_pong active 32 array 0.004 mm2 gating rows
        activity { toggle 0.5 density 0.5 accumulator 0.9 }
        readout { tree 8 tree 4 x 12 bit activity 0.3 register accumulator 32 bit from 14 bit per 2 outputs }
        logic "alignment" per output { adders 2 x 16 bit registers 3 x 8 bit gates 40 activity 0.1 path critical }
        """);
    var macro = assertInstanceOf(DigitalMacro.class, lower(text).study().architecture().macro());
    OptionalDouble natural = OptionalDouble.empty();
    assertEquals(new MacroGeometry(64, 64, 1, 8, 8, 2, 2, 32, true), macro.geometry());
    assertEquals(MacroStructure.GENERIC.withBooth()
        .withReadOut(
            new ReadOutStep.Tree(8, natural, natural),
            new ReadOutStep.Tree(4, OptionalDouble.of(12), OptionalDouble.of(0.3)),
            new ReadOutStep.Register(natural, natural),
            new ReadOutStep.Accumulator(OptionalDouble.of(32), OptionalDouble.of(14), 2, natural))
        .withActivity(new Activity(0.5, 0, 0.5, 0.5, 0.25, 0.25, 1, 0.9, 1))
        .withIdle(Idle.GATED, Idle.SWITCHING)
        .withLogic(new LogicBlock("alignment", LogicBlock.Place.OUTPUT, List.of(new Words(2, 16)), List.of(new Words(3, 8)),
            40, 0.1, true))
        .withArrayMm2(0.004), macro.structure());
  }

  @Test
  void convertersAreLowered() {
    String text = Designs.complete().replace(Designs.DIGITAL, Designs.ANALOG
        .replace("dac 2 bit", "serial 4 bit dac 2 bit")
        .replace("resolution 5 bit", "resolution 5 bit per output conversion 3 bit rows 8"));
    var macro = assertInstanceOf(AnalogMacro.class, lower(text).study().architecture().macro());
    assertEquals(4, macro.geometry().bitsPerCycle());
    assertEquals(2, macro.dacsPerRow());
    assertEquals(new Adc(5, 1, true, OptionalDouble.of(3), OptionalInt.of(8)), macro.adc());
  }

  @Test
  void theKindOfAdderTreesIsLowered() {
    assertEquals(TreeKind.RIPPLE_CARRY, lower(Designs.complete()).study().architecture().macro().structure().trees());
    assertEquals(TreeKind.CARRY_SAVE, lower(Designs.complete().replace("serial 1 bit", "serial 1 bit trees carry_save"))
        .study().architecture().macro().structure().trees());
  }

  @Test
  void dacsAreLoweredAndKeepWhatABaseSaysOfThem() {
    var left = OptionalDouble.empty();
    assertEquals(new Dac(2), dac("dac 2 bit"));
    assertEquals(new Dac(2, Dac.Kind.PULSE_WIDTH, OptionalDouble.of(0.1), OptionalDouble.of(0.05), OptionalDouble.of(2e-5),
        OptionalDouble.of(0.5)), dac("dac 2 bit { kind pulse_width step 100 ps energy 50 fJ area 20 um2 delay 500 ps }"));
    String text = Designs.complete().replace(Designs.DIGITAL, Designs.ANALOG
        .replace("dac 2 bit", "dac 2 bit { kind pulse_width step 100 ps }").replace("macro m", "macro base")
        + "analog macro m extends base { dac 4 bit { energy 50 fJ } }\n");
    assertEquals(new Dac(4, Dac.Kind.PULSE_WIDTH, OptionalDouble.of(0.1), OptionalDouble.of(0.05), left, left),
        assertInstanceOf(AnalogMacro.class, lower(text).study().architecture().macro()).dac());
  }

  private Dac dac(String text) {
    return assertInstanceOf(AnalogMacro.class, lower(Designs.complete().replace(Designs.DIGITAL,
        Designs.ANALOG.replace("dac 2 bit", text))).study().architecture().macro()).dac();
  }

  @Test
  void memoryIsLowered() {
    String text = Designs.complete().replace("port readwrite 128 bit/cycle", """
        instances per macro
            port read 16 B/cycle
            port write 10 Gbit/s
            area 0.5 mm2
        """).replace("rows 64", "rows 64 clock 200 MHz");
    MemoryLevel memory = lower(text).study().architecture().memories().levels().get(0);
    assertEquals("sram", memory.name());
    assertEquals(64 * 1024 * 8, memory.capacityBits());
    assertEquals(Sharing.PER_MACRO, memory.sharing());
    assertEquals(PortDirection.READ, memory.ports().get(0).direction());
    assertEquals(128, memory.ports().get(0).bandwidthBitsPerCycle());
    assertEquals(50, memory.ports().get(1).bandwidthBitsPerCycle()); // 10 Gbit/s in cycles of 5 ns
    assertEquals(0.5, memory.areaMm2());
  }

  @Test
  void convolutionIsLoweredToItsLoopNest() {
    String text = Designs.complete().replace("kernel 3 x 3 padding 1",
        "kernel 3 x 5 stride 2 x 1 padding 1 x 2").replace("padding 1 x 2", "padding 1 2");
    var conv = (MacLayer) lower(text).study().network().layers().get(0);
    assertEquals(LoopBounds.of(Map.of(LoopDim.K, 16L, LoopDim.C, 3L, LoopDim.OY, 4L, LoopDim.OX, 8L,
        LoopDim.FY, 3L, LoopDim.FX, 5L)), conv.bounds());
    assertEquals(new Window(2, 1, 1, 1, 8, 8), conv.window());
    assertEquals(new Precision(8, 8, 16, 8), conv.precision());
    assertEquals("conv2d", conv.operation());
    assertEquals(List.of(), conv.predecessors());
  }

  @Test
  void denseLayerFlattensItsInput() {
    var dense = (MacLayer) lower(Designs.complete()).study().network().layers().get(1);
    assertEquals(LoopBounds.of(Map.of(LoopDim.K, 10L, LoopDim.C, 16L * 8 * 8)), dense.bounds());
    assertEquals(List.of("conv"), dense.predecessors());
  }

  @Test
  void depthwiseGroupedMatmulAndBatchAreLowered() {
    String text = Designs.complete().replace(Designs.NETWORK, """
        network n {
          batch 2
          weight 8 bit
          activation 8 bit
          partial sum 24 bit
          input image 4 x 8 x 8
          depthwise dw from image { kernel 3 padding 1 multiplier 2 }
          conv2d grouped from dw { channels 16 groups 4 kernel 1 }
          matmul product from image, image { heads 4 rows 8 inner 8 columns 8 }
          add sum from dw, dw
        }
        """);
    var layers = lower(text).study().network().layers();
    assertEquals(LoopBounds.of(Map.of(LoopDim.B, 2L, LoopDim.G, 4L, LoopDim.K, 2L, LoopDim.OY, 8L, LoopDim.OX, 8L,
        LoopDim.FY, 3L, LoopDim.FX, 3L)), ((MacLayer) layers.get(0)).bounds());
    assertEquals(LoopBounds.of(Map.of(LoopDim.B, 2L, LoopDim.G, 4L, LoopDim.K, 4L, LoopDim.C, 2L, LoopDim.OY, 8L,
        LoopDim.OX, 8L)), ((MacLayer) layers.get(1)).bounds());
    assertEquals(LoopBounds.of(Map.of(LoopDim.B, 2L, LoopDim.G, 4L, LoopDim.K, 8L, LoopDim.C, 8L, LoopDim.OX, 8L)),
        ((MacLayer) layers.get(2)).bounds());
    assertEquals(true, ((MacLayer) layers.get(2)).dynamicWeights());
    assertEquals(24, layers.get(0).precision().partialSumBits());
    assertEquals(2 * 8 * 8 * 8, layers.get(3).outputElements());
  }

  @Test
  void everyElementIsFoundAgainInTheText() {
    String text = Designs.complete();
    SourceMap sources = lower(text).sources();
    assertEquals(text.indexOf("sram"), sources.place(new ElementId("chip.sram")).orElseThrow().offset());
    assertEquals(text.indexOf("conv from"), sources.place(new ElementId("n.conv")).orElseThrow().offset());
    assertEquals(text.indexOf("chip {"), sources.place(new ElementId("chip")).orElseThrow().offset());
  }

  @Test
  void commentsAndSpacesDoNotChangeTheStudy() {
    var study = lower(Designs.complete()).study();
    assertEquals(study, lower("// a comment\n" + Designs.complete().replace("rows 64", "rows   64 /* rows */")).study());
    assertNotEquals(study, lower(Designs.complete().replace("rows 64", "rows 32")).study());
  }

  @Test
  void objectiveIsLowered() {
    assertEquals(Objective.EDP,
        lower(Designs.complete().replace("minimising energy", "minimising edp")).study().objective());
  }

  @Test
  void bandwidthPerSecondFollowsTheModelledClock() {
    String text = Designs.complete().replace("128 bit/cycle", "10 Gbit/s");
    var architecture = lower(text).study().architecture();
    assertEquals(10 * Engine.macroCost(architecture.macro()).clockPeriodNs(),
        architecture.memories().levels().get(0).ports().get(0).bandwidthBitsPerCycle(), 1e-12);
  }

  static LoweredStudy lower(String text) {
    var resource = Language.parse(text);
    assertEquals(List.of(), Language.problems(resource).stream().filter(Problem::isError).toList());
    return Language.get(StudyRunner.class).lower(resource).get(0);
  }

  @Test
  void macroThatExtendsAnotherIsLoweredWithItsProperties() {
    String text = Designs.complete().replace("macro m x 4", "macro tall x 4")
        + "digital macro wide extends m { columns 128 model zigzag }\ndigital macro tall extends wide { rows 32 }\n";
    var macro = lower(text).study().architecture().macro();
    assertEquals(new MacroGeometry(32, 128, 1, 8, 8, 1), macro.geometry());
    assertEquals(MacroModel.ZIGZAG, macro.model());
    assertEquals("tall", macro.name());
    assertEquals("t", macro.technology().name());
  }
}
