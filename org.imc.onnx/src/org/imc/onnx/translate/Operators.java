package org.imc.onnx.translate;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.imc.onnx.file.OnnxNode;

/**
 * Which operator is translated how. Operators are those of ONNX itself, the quantised ones of ONNX Runtime, and the quantisers
 * of QONNX and Brevitas.
 */
final class Operators {

  /** Where operators are from that have the meaning of their name here. */
  private static final Set<String> DOMAINS =
      Set.of("", "ai.onnx", "com.microsoft", "com.microsoft.nchwc", "qonnx.custom_op.general", "onnx.brevitas");

  private static final Map<String, Operator> TABLE = table();

  private Operators() { }

  /** Return the translation of a node's operator. */
  static Operator of(OnnxNode node) {
    Operator known = DOMAINS.contains(node.domain()) ? TABLE.get(node.type()) : null;
    return known == null ? Operators::unknown : context -> {
      var folded = ShapeArithmetic.fold(context);
      if (folded.isPresent()) {
        context.define(0, folded.get());
      } else {
        known.translate(context);
      }
    };
  }

  private static void unknown(NodeContext node) throws UnsupportedNode {
    throw new UnsupportedNode("operator '%s' is not known".formatted(node.node().operator()));
  }

  private static Map<String, Operator> table() {
    var table = new HashMap<String, Operator>();
    products(table);
    quantisation(table);
    pools(table);
    shapes(table);
    all(table, Elementwise.unary(), "Relu", "LeakyRelu", "PRelu", "Elu", "Selu", "Celu", "ThresholdedRelu", "Sigmoid",
        "HardSigmoid", "HardSwish", "Swish", "Tanh", "Softplus", "Softsign", "Gelu", "FastGelu", "QuickGelu", "BiasGelu", "Mish", "Clip",
        "Erf", "Exp", "Log", "Sqrt", "Reciprocal", "Neg", "Abs", "Floor", "Ceil", "Round", "Sign", "Sin", "Cos", "Not",
        "Shrink", "IsNaN", "Identity", "Dropout", "Cast", "CastLike", "BatchNormalization", "QLinearSigmoid",
        "QLinearLeakyRelu");
    all(table, Elementwise.sum(), "Add", "Sum");
    all(table, Elementwise.combination(), "Sub", "Mul", "Div", "Pow", "Max", "Min", "Mean", "Mod", "Where", "And", "Or",
        "Xor", "Equal", "Greater", "GreaterOrEqual", "Less", "LessOrEqual");
    table.put("QLinearAdd", Quantisation.quantised(Elementwise.sum(0, 3), 7));
    table.put("QLinearMul", Quantisation.quantised(Elementwise.combination(0, 3), 7));
    all(table, Movements.sameShape(), "Softmax", "LogSoftmax", "Hardmax", "QLinearSoftmax", "LayerNormalization",
        "SimplifiedLayerNormalization", "SkipLayerNormalization", "SkipSimplifiedLayerNormalization", "RMSNormalization",
        "InstanceNormalization", "GroupNormalization", "GroupNorm", "LRN", "LpNormalization", "MeanVarianceNormalization",
        "CumSum", "RotaryEmbedding");
    return Map.copyOf(table);
  }

  private static void products(Map<String, Operator> table) {
    all(table, Convolutions.of(0, 1), "Conv", "FusedConv", "ConvInteger");
    table.put("QLinearConv", Quantisation.quantised(Convolutions.of(0, 3), 7));
    all(table, Products.matmul(0, 1), "MatMul", "MatMulInteger", "MatMulIntegerToFloat", "DynamicQuantizeMatMul");
    table.put("QLinearMatMul", Quantisation.quantised(Products.matmul(0, 3), 7));
    table.put("Einsum", Einsum::translate);
    table.put("Attention", Attention::translate);
    table.put("MultiHeadAttention", Attention::ofHeads);
    table.put("ConvTranspose", TransposedConvolutions::translate);
    table.put("LSTM", Recurrent.of(3));
    all(table, Recurrent.of(2), "GRU", "RNN");
    all(table, Products.gemm(0, 1), "Gemm", "FusedGemm");
    table.put("QGemm", Quantisation.quantised(Products.gemm(0, 3), 8));
  }

  private static void quantisation(Map<String, Operator> table) {
    table.put("QuantizeLinear", Quantisation::quantize);
    table.put("DequantizeLinear", Elementwise.unary());
    table.put("DynamicQuantizeLinear", Quantisation::quantizeDynamically);
    table.put("Quant", Quantisation::quantizeToWidth);
    table.put("IntQuant", Quantisation::quantizeToWidth);
    table.put("BipolarQuant", Quantisation::binarize);
  }

  private static void pools(Map<String, Operator> table) {
    table.put("MaxPool", Pools.windowed("max"));
    table.put("AveragePool", Pools.windowed("average"));
    table.put("LpPool", Pools.windowed("average"));
    table.put("QLinearAveragePool", Quantisation.quantised(Pools.windowed("average"), 4));
    table.put("GlobalMaxPool", Pools.global("max"));
    table.put("GlobalAveragePool", Pools.global("average"));
    table.put("GlobalLpPool", Pools.global("average"));
    table.put("QLinearGlobalAveragePool", Quantisation.quantised(Pools.global("average"), 4));
    all(table, Pools.reduction("max"), "ReduceMax", "ReduceMin");
    all(table, Pools.reduction("average"), "ReduceMean", "ReduceSum", "ReduceL1", "ReduceL2", "ReduceSumSquare", "ReduceProd");
  }

  private static void shapes(Map<String, Operator> table) {
    table.put("Constant", ShapeArithmetic::constant);
    table.put("Shape", ShapeArithmetic::shape);
    table.put("Size", ShapeArithmetic::size);
    all(table, Operators::unknown, "ConstantOfShape", "Range"); // known if what they are made of is
    table.put("Reshape", Views::reshape);
    table.put("Flatten", Views::flatten);
    table.put("Transpose", Views::transpose);
    table.put("Squeeze", Views::squeeze);
    table.put("Unsqueeze", Views::unsqueeze);
    table.put("SpaceToDepth", Views.blocks(true));
    table.put("DepthToSpace", Views.blocks(false));
    table.put("Split", Parts::split);
    table.put("Slice", Parts::slice);
    table.put("Gather", Parts::gather);
    table.put("Concat", Parts::concat);
    table.put("QLinearConcat", Quantisation.quantised(Parts::concatQuantised, 1));
    table.put("Expand", Movements::expand);
    table.put("Tile", Movements::tile);
    table.put("Pad", Movements::pad);
    table.put("Resize", Movements.resize(2, 3));
    table.put("Upsample", Movements::upsample);
  }

  private static void all(Map<String, Operator> table, Operator operator, String... types) {
    for (String type : types) {
      table.put(type, operator);
    }
  }
}
