package org.imc.dsl.lowering;

import static org.imc.model.imc.ImcPackage.Literals.*;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.imc.dsl.linking.Kinds;
import org.imc.dsl.quantity.Quantities;
import org.imc.dsl.validation.IssueCodes;
import org.imc.model.imc.AddDecl;
import org.imc.model.imc.ConcatDecl;
import org.imc.model.imc.Conv2dDecl;
import org.imc.model.imc.DenseDecl;
import org.imc.model.imc.DepthwiseDecl;
import org.imc.model.imc.InputDecl;
import org.imc.model.imc.LayerDecl;
import org.imc.model.imc.MatmulDecl;
import org.imc.model.imc.NetworkDecl;
import org.imc.model.imc.NodeDecl;
import org.imc.model.imc.OperatorDecl;
import org.imc.model.imc.PoolDecl;
import org.imc.model.imc.QuantityDecl;
import org.imc.model.imc.ReshapeDecl;
import org.imc.model.imc.ShapeDecl;
import org.imc.model.imc.WindowedLayerDecl;
import org.jspecify.annotations.Nullable;

/**
 * Follow the shapes through a network, from its inputs to its last layer, in the order of the text.
 *
 * <p>Survives half-typed networks: a layer whose sizes are missing or invalid has no shape, and its followers have none
 * either; only what is wrong in itself becomes a {@link ShapeProblem}.
 */
public final class ShapeInference {

  private final Map<NodeDecl, Shape> shapes = new HashMap<>();
  private final List<ShapeProblem> problems = new ArrayList<>();
  private final long batch;

  private ShapeInference(long batch) {
    this.batch = batch;
  }

  /** Follow the shapes through a network. */
  public static ShapeInference of(NetworkDecl network) {
    var inference = new ShapeInference(size(network.getBatch()).orElse(1L));
    for (NodeDecl node : network.getNodes()) {
      Optional<Shape> shape = node instanceof InputDecl input
          ? inference.inputShape(input)
          : inference.layerShape((LayerDecl) node);
      shape.filter(s -> inference.isCounted(node, s)).ifPresent(s -> inference.shapes.put(node, s));
    }
    return inference;
  }

  /** Return the output shape of an input or layer, if it has one. */
  public Optional<Shape> shape(NodeDecl node) {
    return Optional.ofNullable(shapes.get(node));
  }

  /** Return what is wrong, in the order of the text. */
  public List<ShapeProblem> problems() {
    return Collections.unmodifiableList(problems);
  }

  /** Return whether a tensor and the work that makes it can be counted; report it otherwise. */
  private boolean isCounted(NodeDecl node, Shape shape) {
    if (CountLimits.product(batch, shape.channels(), shape.height(), shape.width()) > CountLimits.ELEMENTS) {
      problem(node, NAMED_DECL__NAME, -1, IssueCodes.LAYER_SHAPE,
          "'%s' has %s elements in a batch of %d, but at most %d are counted. Maybe a size is mistyped."
              .formatted(node.getName(), shape, batch, CountLimits.ELEMENTS));
      return false;
    }
    if (node instanceof LayerDecl layer && multiplications(layer, shape) > CountLimits.MULTIPLICATIONS) {
      problem(node, NAMED_DECL__NAME, -1, IssueCodes.LAYER_SHAPE,
          "Layer '%s' makes more than %d multiplications, the most that are counted. Maybe a size is mistyped."
              .formatted(node.getName(), CountLimits.MULTIPLICATIONS));
      return false;
    }
    return true;
  }

  private long multiplications(LayerDecl layer, Shape output) {
    Shape input = shapes.get(layer.getFrom().get(0));
    return switch (layer) {
      case Conv2dDecl conv -> CountLimits.product(batch, output.elements(), taps(conv, input),
          input.channels() / Quantities.whole(conv.getGroups(), 1));
      case DepthwiseDecl depthwise -> CountLimits.product(batch, output.elements(), taps(depthwise, input));
      case DenseDecl dense -> CountLimits.product(batch, output.elements(), input.elements());
      case MatmulDecl matmul -> CountLimits.product(batch, output.elements(), Quantities.whole(matmul.getInner()));
      default -> 0;
    };
  }

  private static long taps(WindowedLayerDecl layer, Shape input) {
    return CountLimits.product(
        SlidingWindow.vertical(layer, input.height()).orElseThrow().kernel(),
        SlidingWindow.horizontal(layer, input.width()).orElseThrow().kernel());
  }

  private Optional<Shape> inputShape(InputDecl input) {
    return declaredShape(input, input.getShape());
  }

  private Optional<Shape> declaredShape(NodeDecl node, @Nullable ShapeDecl declared) {
    if (declared == null || !declared.getSizes().stream().allMatch(Quantities::isValid)) {
      return Optional.empty();
    }
    long[] sizes = declared.getSizes().stream().mapToLong(Quantities::whole).toArray();
    return switch (sizes.length) {
      case 1 -> Optional.of(new Shape(sizes[0], 1, 1));
      case 3 -> Optional.of(new Shape(sizes[0], sizes[1], sizes[2]));
      default -> problem(declared, null, -1, IssueCodes.LAYER_SHAPE,
          "%s '%s' has %d sizes. Maybe write channels x height x width, or the number of features alone."
              .formatted(Kinds.capitalised(node.eClass()), node.getName(), sizes.length));
    };
  }

  private Optional<Shape> layerShape(LayerDecl layer) {
    if (!operandCountIsRight(layer)) {
      return Optional.empty();
    }
    var inputs = new ArrayList<Shape>();
    for (NodeDecl read : layer.getFrom()) {
      Shape shape = shapes.get(read);
      if (shape == null) {
        return Optional.empty(); // unknown, behind this layer, or reported where it stands
      }
      inputs.add(shape);
    }
    return switch (layer) {
      case Conv2dDecl conv -> conv2dShape(conv, inputs.get(0));
      case DepthwiseDecl depthwise -> depthwiseShape(depthwise, inputs.get(0));
      case DenseDecl dense -> size(dense.getUnits()).map(units -> new Shape(units, 1, 1));
      case MatmulDecl matmul -> matmulShape(matmul, inputs);
      case AddDecl add -> addShape(add, inputs);
      case PoolDecl pool -> poolShape(pool, inputs.get(0));
      case ConcatDecl concat -> concatShape(concat, inputs);
      case ReshapeDecl reshape -> reshapeShape(reshape, inputs.get(0));
      case OperatorDecl operator when operator.getShape() == null -> Optional.of(inputs.get(0));
      case OperatorDecl operator -> declaredShape(operator, operator.getShape());
      default -> Optional.empty();
    };
  }

  private boolean operandCountIsRight(LayerDecl layer) {
    int reads = layer.getFrom().size();
    boolean right = switch (layer) {
      case AddDecl add -> reads >= 2;
      case ConcatDecl concat -> reads >= 2;
      case MatmulDecl matmul -> reads == 2;
      case OperatorDecl operator -> reads >= 1;
      default -> reads == 1;
    };
    if (!right && reads > 0) {
      String needed = switch (layer) {
        case AddDecl add -> "at least two";
        case ConcatDecl concat -> "at least two";
        case MatmulDecl matmul -> "two";
        default -> "one";
      };
      problem(layer, LAYER_DECL__FROM, -1, IssueCodes.LAYER_OPERANDS,
          "Layer '%s' reads %d inputs, but needs %s. Maybe change what stands behind 'from'."
              .formatted(layer.getName(), reads, needed));
    }
    return right;
  }

  private Optional<Shape> conv2dShape(Conv2dDecl conv, Shape input) {
    Optional<Long> channels = size(conv.getChannels());
    if (channels.isEmpty() || conv.getGroups() != null && !Quantities.isValid(conv.getGroups())) {
      return Optional.empty();
    }
    long groups = Quantities.whole(conv.getGroups(), 1);
    if (input.channels() % groups != 0 || channels.get() % groups != 0) {
      return problem(conv, CONV2D_DECL__GROUPS, -1, IssueCodes.LAYER_SHAPE,
          "Layer '%s' has %d groups, which do not divide its %d input and %d output channels."
              .formatted(conv.getName(), groups, input.channels(), channels.get()));
    }
    return windowShape(conv, channels.get(), input);
  }

  private Optional<Shape> depthwiseShape(DepthwiseDecl depthwise, Shape input) {
    QuantityDecl multiplier = depthwise.getMultiplier();
    if (multiplier != null && !Quantities.isValid(multiplier)) {
      return Optional.empty();
    }
    return windowShape(depthwise, CountLimits.product(input.channels(), Quantities.whole(multiplier, 1)), input);
  }

  private Optional<Shape> poolShape(PoolDecl pool, Shape input) {
    return pool.isGlobal()
        ? Optional.of(new Shape(input.channels(), 1, 1))
        : windowShape(pool, input.channels(), input);
  }

  private Optional<Shape> windowShape(WindowedLayerDecl layer, long channels, Shape input) {
    Optional<SlidingWindow> y = SlidingWindow.vertical(layer, input.height());
    Optional<SlidingWindow> x = SlidingWindow.horizontal(layer, input.width());
    if (y.isEmpty() || x.isEmpty()) {
      return Optional.empty();
    }
    if (y.get().outputs() < 1 || x.get().outputs() < 1) {
      return problem(layer, WINDOWED_LAYER_DECL__KERNEL, -1, IssueCodes.LAYER_SHAPE,
          "The kernel of layer '%s' spans %d x %d, but its padded input is only %d x %d. Maybe use a smaller kernel or more padding."
              .formatted(layer.getName(), y.get().span(), x.get().span(), y.get().padded(), x.get().padded()));
    }
    return Optional.of(new Shape(channels, y.get().outputs(), x.get().outputs()));
  }

  private Optional<Shape> matmulShape(MatmulDecl matmul, List<Shape> inputs) {
    Optional<Long> rows = size(matmul.getRows());
    Optional<Long> inner = size(matmul.getInner());
    Optional<Long> columns = size(matmul.getColumns());
    if (rows.isEmpty() || inner.isEmpty() || columns.isEmpty()
        || matmul.getHeads() != null && !Quantities.isValid(matmul.getHeads())) {
      return Optional.empty();
    }
    long heads = Quantities.whole(matmul.getHeads(), 1);
    long[] expected = {
        CountLimits.product(heads, rows.get(), inner.get()), CountLimits.product(heads, inner.get(), columns.get())};
    for (int i = 0; i < expected.length; i++) {
      if (inputs.get(i).elements() != expected[i]) {
        return problem(matmul, LAYER_DECL__FROM, i, IssueCodes.LAYER_SHAPE,
            "Operand %d of layer '%s' needs %d elements, but '%s' has %d (%s). Maybe change 'heads', 'rows', 'inner' or 'columns'."
                .formatted(i + 1, matmul.getName(), expected[i], matmul.getFrom().get(i).getName(),
                    inputs.get(i).elements(), inputs.get(i)));
      }
    }
    return Optional.of(new Shape(CountLimits.product(heads, columns.get()), rows.get(), 1));
  }

  private Optional<Shape> addShape(AddDecl add, List<Shape> inputs) {
    for (int i = 1; i < inputs.size(); i++) {
      if (!inputs.get(i).equals(inputs.get(0))) {
        return problem(add, LAYER_DECL__FROM, i, IssueCodes.LAYER_SHAPE,
            "Layer '%s' adds '%s' (%s) to '%s' (%s). Both must have the same shape."
                .formatted(add.getName(), add.getFrom().get(i).getName(), inputs.get(i),
                    add.getFrom().get(0).getName(), inputs.get(0)));
      }
    }
    return Optional.of(inputs.get(0));
  }

  private Optional<Shape> concatShape(ConcatDecl concat, List<Shape> inputs) {
    Shape first = inputs.get(0);
    long channels = 0;
    for (int i = 0; i < inputs.size(); i++) {
      Shape each = inputs.get(i);
      if (each.height() != first.height() || each.width() != first.width()) {
        return problem(concat, LAYER_DECL__FROM, i, IssueCodes.LAYER_SHAPE,
            "Layer '%s' puts the channels of '%s' (%s) behind those of '%s' (%s). Both must have the same height and width."
                .formatted(concat.getName(), concat.getFrom().get(i).getName(), each,
                    concat.getFrom().get(0).getName(), first));
      }
      channels = Math.addExact(channels, each.channels());
    }
    return Optional.of(new Shape(channels, first.height(), first.width()));
  }

  private Optional<Shape> reshapeShape(ReshapeDecl reshape, Shape input) {
    Optional<Shape> shape = declaredShape(reshape, reshape.getShape());
    if (shape.isPresent() && CountLimits.product(shape.get().channels(), shape.get().height(), shape.get().width())
        > input.elements()) {
      return problem(reshape, RESHAPE_DECL__SHAPE, -1, IssueCodes.LAYER_SHAPE,
          "Layer '%s' shows %s, but what it reads has only %d elements (%s). Maybe use an 'operator' for what makes new ones."
              .formatted(reshape.getName(), shape.get(), input.elements(), input));
    }
    return shape;
  }

  private static Optional<Long> size(@Nullable QuantityDecl quantity) {
    return Quantities.isValid(quantity) ? Optional.of(Quantities.whole(quantity, 1)) : Optional.empty();
  }

  private Optional<Shape> problem(
      EObject object, @Nullable EStructuralFeature feature, int index, String code, String message) {
    problems.add(new ShapeProblem(object, feature, index, code, message));
    return Optional.empty();
  }
}
