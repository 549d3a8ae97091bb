package org.imc.dsl.lowering;

import static org.imc.dsl.quantity.Quantities.value;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.imc.dsl.inheritance.Effective;
import org.imc.engine.ElementId;
import org.imc.engine.arch.Leakage;
import org.imc.engine.arch.NodeScaling;
import org.imc.engine.arch.SupplyLaw;
import org.imc.engine.arch.Technology;
import org.imc.model.imc.CellDecl;
import org.imc.model.imc.GateDecl;
import org.imc.model.imc.QuantityDecl;
import org.imc.model.imc.TechnologyDecl;
import org.imc.model.imc.TransistorDecl;
import org.jspecify.annotations.Nullable;

/**
 * A technology with what it has from those it extends, scaled from the node of whoever gave it to its own.
 *
 * <p>At one node, a delay that another gave for another nominal supply follows the supply law. Leakage and transistors are
 * taken as they are: no law of the node is known for them.
 */
public final class DerivedTechnology {

  private static final double NW_PER_MW = 1e6;

  private final List<TechnologyDecl> chain;
  private final Effective<TechnologyDecl> effective;
  private final TechnologyDecl joined;

  private DerivedTechnology(TechnologyDecl declaration) {
    chain = Effective.chain(declaration);
    effective = Effective.of(declaration);
    joined = effective.joined();
  }

  /** Return a technology with all that it has. */
  public static DerivedTechnology of(TechnologyDecl declaration) {
    return new DerivedTechnology(declaration);
  }

  /** Return the technology with everything that it or its bases wrote, unscaled. */
  public TechnologyDecl joined() {
    return joined;
  }

  /** Return the technology that gave a quantity of the joined one: itself or a base. */
  public TechnologyDecl giver(QuantityDecl quantity) {
    return chain.stream()
        .filter(each -> EcoreUtil.isAncestor(each, effective.origin(quantity)))
        .findFirst().orElse(chain.get(0));
  }

  /** Return the scaling from the node of whoever gave a quantity. The nodes must be valid. */
  public NodeScaling scaling(QuantityDecl quantity) {
    return new NodeScaling(value(Effective.of(giver(quantity)).joined().getNode()), value(joined.getNode()));
  }

  /** Return the law of the supply, or nothing when the technology says nothing of its transistors. */
  public Optional<SupplyLaw> supplyLaw() {
    TransistorDecl transistor = joined.getTransistor();
    return transistor == null ? Optional.empty() : Optional.of(new SupplyLaw(
        value(transistor.getThreshold()),
        value(transistor.getAlpha(), SupplyLaw.USUAL_ALPHA),
        value(transistor.getSlope(), SupplyLaw.USUAL_SLOPE_FACTOR),
        value(transistor.getAnalogExponent(), SupplyLaw.DYNAMIC_EXPONENT)));
  }

  /** Return the engine's technology. It must be complete and valid. */
  public Technology lower(ElementId id) {
    GateDecl gate = joined.getGate();
    CellDecl cell = joined.getCell();
    return new Technology(
        id,
        chain.get(0).getName(),
        value(joined.getNode()),
        value(joined.getSupply()),
        scaled(gate.getCapacitance(), NodeScaling::capacitance),
        scaled(gate.getArea(), NodeScaling::gateArea),
        scaled(gate.getDelay(), NodeScaling::gateDelay) * supplyFactor(gate.getDelay()),
        scaled(cell.getWordline(), NodeScaling::capacitance),
        scaled(cell.getBitline(), NodeScaling::capacitance),
        scaled(cell.getArea(), NodeScaling::cellArea),
        scaled(cell.getWrite(), NodeScaling::capacitance) * supplySquare(cell.getWrite()),
        new Leakage(nanowatts(gate.getLeakage()), nanowatts(cell.getLeakage())),
        supplyLaw());
  }

  private double scaled(QuantityDecl quantity, ToDoubleFunction<NodeScaling> law) {
    return value(quantity) * law.applyAsDouble(scaling(quantity));
  }

  /** Return how the nominal supply changes a delay; between nodes it is part of the law. */
  private double supplyFactor(QuantityDecl delay) {
    NodeScaling scaling = scaling(delay);
    return scaling.fromNm() != scaling.toNm()
        ? 1
        : supplyLaw().map(law -> law.delayFactor(value(joined.getSupply()), supplyOfGiver(delay))).orElse(1.0);
  }

  private double supplySquare(QuantityDecl energy) {
    double ratio = value(joined.getSupply()) / supplyOfGiver(energy);
    return ratio * ratio;
  }

  private double supplyOfGiver(QuantityDecl quantity) {
    return value(Effective.of(giver(quantity)).joined().getSupply());
  }

  private static double nanowatts(@Nullable QuantityDecl leakage) {
    return value(leakage, 0) * NW_PER_MW;
  }
}
