package org.imc.dsl.lowering;

import static org.imc.dsl.quantity.Quantities.value;
import static org.imc.dsl.quantity.Quantities.whole;

import java.util.EnumSet;
import java.util.OptionalDouble;
import java.util.Set;
import org.imc.dsl.inheritance.Effective;
import org.imc.dsl.quantity.Quantities;
import org.imc.engine.ElementId;
import org.imc.engine.Engine;
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
import org.imc.engine.arch.Summing;
import org.imc.engine.arch.Technology;
import org.imc.engine.workload.Operand;
import org.imc.model.imc.ArchitectureDecl;
import org.imc.model.imc.ComputeStyle;
import org.imc.model.imc.ImcPackage;
import org.imc.model.imc.MacroDecl;
import org.imc.model.imc.MemoryDecl;
import org.imc.model.imc.OperandKind;
import org.imc.model.imc.PortDecl;
import org.imc.model.imc.QuantityDecl;
import org.imc.model.imc.SummingKind;
import org.imc.model.imc.TechnologyDecl;
import org.jspecify.annotations.Nullable;

/** Turn architectures, macros, technologies and memories into the engine's values. */
public final class ArchitectureLowering {


  private final Places places;

  ArchitectureLowering(Places places) {
    this.places = places;
  }

  Architecture lower(ArchitectureDecl declaration) {
    var effective = Effective.of(declaration);
    ArchitectureDecl architecture = effective.joined();
    Macro macro = lower(architecture.getMacro());
    double clockPeriodNs = Engine.macroCost(macro).clockPeriodNs();
    var levels = architecture.getMemories().stream()
        .map(memory -> lower(memory, id(memory, effective), macro, clockPeriodNs))
        .toList();
    return new Architecture(places.id(declaration), declaration.getName(), macro,
        Math.toIntExact(whole(architecture.getCount(), 1)), new MemoryHierarchy(levels));
  }

  private ElementId id(MemoryDecl memory, Effective<ArchitectureDecl> effective) {
    ElementId id = places.id(effective.origin(memory));
    places.property(id, ImcPackage.Literals.MEMORY_DECL__SIZE.getName(), effective.origin(memory.getSize()));
    return id;
  }

  Macro lower(MacroDecl declaration) {
    var effective = EffectiveMacro.of(declaration);
    MacroDecl macro = effective.joined();
    Technology technology = lower(effective.technology());
    double supplyV = value(macro.getSupply(), technology.supplyV());
    OptionalDouble clockPeriodNs = macro.getClock() == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(1000 / value(macro.getClock())); // MHz to ns
    var model = switch (macro.getModel()) {
      case STANDARD -> MacroModel.STANDARD;
      case ZIGZAG_IMC -> MacroModel.ZIGZAG_IMC;
      case ZIGZAG -> MacroModel.ZIGZAG;
      case ICCAD2023 -> MacroModel.ICCAD2023;
    };
    return macro.getStyle() == ComputeStyle.ANALOG
        ? new AnalogMacro(places.id(declaration), declaration.getName(), technology, geometry(effective), supplyV,
            clockPeriodNs, model, StructureLowering.lower(macro), StructureLowering.dac(macro),
            StructureLowering.lower(macro.getAdc()),
            macro.getSumming() == SummingKind.CURRENT ? Summing.CURRENT : Summing.CHARGE)
        : new DigitalMacro(places.id(declaration), declaration.getName(), technology, geometry(effective), supplyV,
            clockPeriodNs, model, StructureLowering.lower(macro));
  }

  private static MacroGeometry geometry(EffectiveMacro effective) {
    MacroDecl macro = effective.joined();
    int rows = Math.toIntExact(whole(macro.getRows()));
    int cellsPerMultiplier = Math.toIntExact(whole(macro.getCellsPerMultiplier(), 1));
    return new MacroGeometry(
        rows,
        Math.toIntExact(whole(macro.getColumns())),
        cellsPerMultiplier,
        Math.toIntExact(whole(macro.getWeight())),
        Math.toIntExact(whole(macro.getActivation())),
        Math.toIntExact(whole(effective.bitsPerCycle())),
        Math.toIntExact(whole(macro.getColumnsPerReadOut(), 1)),
        Math.toIntExact(whole(macro.getActiveInputs(), rows / cellsPerMultiplier)),
        macro.isPingPong());
  }

  /** Return an area in mm², or nothing when it was left out. */
  static OptionalDouble mm2(@Nullable QuantityDecl area) {
    return area == null ? OptionalDouble.empty() : OptionalDouble.of(value(area) / Quantities.UM2_PER_MM2);
  }

  private Technology lower(TechnologyDecl declaration) {
    return DerivedTechnology.of(declaration).lower(places.id(declaration));
  }

  private MemoryLevel lower(MemoryDecl memory, ElementId id, Macro macro, double clockPeriodNs) {
    var ports = memory.getPorts().stream().map(port -> lower(port, clockPeriodNs)).toList();
    var sharing = switch (memory.getSharing()) {
      case CHIP -> Sharing.GLOBAL;
      case MACRO -> Sharing.PER_MACRO;
      case ROW -> Sharing.PER_ROW;
      case OUTPUT -> Sharing.PER_OUTPUT;
    };
    var ofKind = MemoryFigures.of(memory, macro.technology(), macro.supplyV(), clockPeriodNs);
    double areaMm2 = mm2(memory.getArea()).orElse(ofKind.areaMm2());
    return new MemoryLevel(id, memory.getName(), whole(memory.getSize()), operands(memory), sharing, ports,
        value(memory.getRead(), ofKind.readPjPerBit()), value(memory.getWrite(), ofKind.writePjPerBit()), areaMm2,
        value(memory.getLeakage(), 0), memory.isDoubleBuffered());
  }

  /** Return the operands that a memory serves. */
  public static Set<Operand> operands(MemoryDecl memory) {
    var operands = EnumSet.noneOf(Operand.class);
    for (OperandKind kind : memory.getServes()) {
      operands.add(switch (kind) {
        case WEIGHT -> Operand.WEIGHT;
        case INPUT -> Operand.INPUT;
        case OUTPUT -> Operand.OUTPUT;
      });
    }
    return operands;
  }

  private static MemoryPort lower(PortDecl port, double clockPeriodNs) {
    var direction = switch (port.getKind()) {
      case READ -> PortDirection.READ;
      case WRITE -> PortDirection.WRITE;
      case READ_WRITE -> PortDirection.READ_WRITE;
    };
    return new MemoryPort(direction, MemoryFigures.bitsPerCycle(port, clockPeriodNs));
  }
}
