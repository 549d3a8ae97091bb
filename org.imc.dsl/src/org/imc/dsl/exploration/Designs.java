package org.imc.dsl.exploration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.imc.dsl.quantity.ExploredProperties;
import org.imc.dsl.quantity.Quantities;
import org.imc.model.imc.ArchitectureDecl;
import org.imc.model.imc.ExploreDecl;
import org.imc.model.imc.LimitDecl;
import org.imc.model.imc.LiteralDecl;
import org.imc.model.imc.MacroAxisDecl;
import org.imc.model.imc.MacroDecl;
import org.imc.model.imc.ObjectiveKind;
import org.imc.model.imc.QuantityAxisDecl;
import org.imc.model.imc.TechnologyAxisDecl;
import org.imc.model.imc.TechnologyDecl;
import org.jspecify.annotations.Nullable;

/**
 * The designs of an exploration, in a fixed order: one architecture, macro and technology after the other; in each, the
 * values of the axes it has, the last axis fastest; for each of these, what the mappings are chosen for.
 *
 * <p>Survives half-typed explorations: what is unknown has no designs.
 */
public final class Designs {

  /** The column of the architecture's name; every design has one. */
  public static final String ARCHITECTURE = "architecture";

  private static final String MAPPED_FOR = "mapped for";

  /**
   * The designs of a family.
   *
   * @param first the number of its first design
   * @param axes those that it has
   * @param values of each axis
   */
  private record Part(Family family, long first, List<QuantityAxisDecl> axes, List<List<LiteralDecl>> values) { }

  private final ExploreDecl exploration;
  private final List<QuantityAxisDecl> axes;
  private final List<LimitDecl> limits;
  private final List<ObjectiveKind> mappedFor;
  private final List<String> columns = new ArrayList<>(List.of(ARCHITECTURE));
  private final List<Part> parts = new ArrayList<>();
  private final long size;

  private Designs(ExploreDecl exploration) {
    this.exploration = exploration;
    axes = EcoreUtil2.typeSelect(exploration.getAxes(), QuantityAxisDecl.class);
    limits = exploration.getLimits().stream().filter(limit -> !limit.isSetMetric() && limit.getLeft() != null).toList();
    mappedFor = exploration.getMappedFor().isEmpty() ? List.of(ObjectiveKind.ENERGY) : List.copyOf(exploration.getMappedFor());
    Map<QuantityAxisDecl, List<LiteralDecl>> values = new HashMap<>();
    axes.forEach(axis -> values.put(axis, AxisValues.of(axis)));
    long first = 0;
    for (Family family : families()) {
      List<QuantityAxisDecl> own = family.of(axes);
      var part = new Part(family, first, own, own.stream().map(values::get).toList());
      parts.add(part);
      first = Math.addExact(first, size(part));
    }
    size = first;
    addColumns();
  }

  /**
   * Return the designs of an exploration.
   *
   * @throws ArithmeticException when they are more than a {@code long} counts
   */
  public static Designs of(ExploreDecl exploration) {
    return new Designs(exploration);
  }

  private void addColumns() {
    if (choosesMacros()) {
      columns.add("macro");
    }
    if (choosesTechnologies()) {
      columns.add("technology");
    }
    axes.forEach(axis -> columns.add(ExploredProperties.words(axis)));
    if (mappedFor.size() > 1) {
      columns.add(MAPPED_FOR);
    }
  }

  private boolean choosesMacros() {
    return exploration.getAxes().stream().anyMatch(MacroAxisDecl.class::isInstance);
  }

  private boolean choosesTechnologies() {
    return exploration.getAxes().stream().anyMatch(TechnologyAxisDecl.class::isInstance);
  }

  private List<Family> families() {
    List<@Nullable MacroDecl> macros = new ArrayList<>(EcoreUtil2.typeSelect(exploration.getAxes(), MacroAxisDecl.class)
        .stream().flatMap(axis -> axis.getMacros().stream()).toList());
    List<@Nullable TechnologyDecl> technologies = new ArrayList<>(
        EcoreUtil2.typeSelect(exploration.getAxes(), TechnologyAxisDecl.class)
            .stream().flatMap(axis -> axis.getTechnologies().stream()).toList());
    if (macros.isEmpty()) {
      macros.add(null); // each architecture has its own
    }
    if (technologies.isEmpty()) {
      technologies.add(null); // each macro has its own
    }
    var families = new ArrayList<Family>();
    for (ArchitectureDecl architecture : exploration.getArchitectures()) {
      if (!architecture.eIsProxy()) {
        for (MacroDecl macro : macros) {
          technologies.forEach(each -> Family.of(architecture, macro, each).ifPresent(families::add));
        }
      }
    }
    return families;
  }

  private long size(Part part) {
    long product = mappedFor.size();
    for (List<LiteralDecl> each : part.values) {
      product = Math.multiplyExact(product, each.size());
    }
    return product;
  }

  /** Return how many designs there are, those that do not meet the conditions included. */
  public long size() {
    return size;
  }

  /** Return what tells designs apart: the architecture, then the axes. */
  public List<String> columns() {
    return Collections.unmodifiableList(columns);
  }

  /** Return whether any design has what an axis varies. */
  public boolean has(QuantityAxisDecl axis) {
    return parts.stream().anyMatch(part -> part.axes.contains(axis));
  }

  private Part part(long index) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("There is no design %d. Maybe ask for one from 0 to %d.".formatted(index, size - 1));
    }
    int last = parts.size() - 1;
    while (parts.get(last).first > index || size(parts.get(last)) == 0) {
      last--;
    }
    return parts.get(last);
  }

  /** Return the position of a design on each of the axes of its family, and behind them what it is mapped for. */
  private int[] positions(Part part, long index) {
    int[] positions = new int[part.axes.size() + 1];
    long rest = index - part.first;
    positions[part.axes.size()] = (int) (rest % mappedFor.size());
    rest /= mappedFor.size();
    for (int i = part.axes.size() - 1; i >= 0; i--) {
      int count = part.values.get(i).size();
      positions[i] = (int) (rest % count);
      rest /= count;
    }
    return positions;
  }

  /** Return a design; its parts stand nowhere, and are made anew each time. May be called by several threads. */
  public Variant variant(long index) {
    Family family = family(index);
    var variant = new Variant(family);
    settings(index).forEach((axis, value) -> variant.set(axis, value, family));
    return variant;
  }

  /** Return the family of a design. */
  Family family(long index) {
    return part(index).family;
  }

  /** Return what a design gives for each of the axes that its family has, in order. */
  Map<QuantityAxisDecl, LiteralDecl> settings(long index) {
    Part part = part(index);
    int[] positions = positions(part, index);
    var settings = new LinkedHashMap<QuantityAxisDecl, LiteralDecl>();
    for (int i = 0; i < part.axes.size(); i++) {
      settings.put(part.axes.get(i), part.values.get(i).get(positions[i]));
    }
    return settings;
  }

  /** Return the first condition on properties that a design does not meet. */
  public Optional<LimitDecl> unmet(Variant variant) {
    return limits.stream().filter(limit -> !variant.meets(limit)).findFirst();
  }

  /** Return a condition on properties as it reads. */
  public static String words(LimitDecl limit) {
    var node = NodeModelUtils.getNode(limit);
    return "where " + (node == null ? "…" : NodeModelUtils.getTokenText(node));
  }

  /** Return what the mappings of a design are chosen for. */
  public ObjectiveKind mappedFor(long index) {
    Part part = part(index);
    return mappedFor.get(positions(part, index)[part.axes.size()]);
  }

  /** Return what each column says of a design; nothing where it has no such property. */
  public List<String> values(long index) {
    Part part = part(index);
    int[] positions = positions(part, index);
    var values = new ArrayList<>(List.of(Variant.name(part.family.architecture())));
    if (choosesMacros()) {
      values.add(Variant.name(part.family.macro()));
    }
    if (choosesTechnologies()) {
      values.add(Variant.name(part.family.technology()));
    }
    for (QuantityAxisDecl axis : axes) {
      int own = part.axes.indexOf(axis);
      values.add(own < 0 ? "" : Quantities.text(part.values.get(own).get(positions[own])));
    }
    if (mappedFor.size() > 1) {
      values.add(mappedFor.get(positions[part.axes.size()]).getLiteral());
    }
    return values;
  }

  /** Return the design that differs by some steps in one column alone, if there is one. */
  public OptionalLong neighbour(long index, int column, int steps) {
    Part part = part(index);
    int axis = column - (columns.size() - axes.size() - (mappedFor.size() > 1 ? 1 : 0));
    int own = axis < 0 || axis >= axes.size() ? -1 : part.axes.indexOf(axes.get(axis));
    if (own < 0) {
      return OptionalLong.empty(); // a choice has no neighbours
    }
    int position = positions(part, index)[own] + steps;
    if (position < 0 || position >= part.values.get(own).size()) {
      return OptionalLong.empty();
    }
    long stride = mappedFor.size();
    for (int i = own + 1; i < part.axes.size(); i++) {
      stride *= part.values.get(i).size();
    }
    return OptionalLong.of(index + steps * stride);
  }
}
