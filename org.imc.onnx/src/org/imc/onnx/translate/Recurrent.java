package org.imc.onnx.translate;

import java.util.ArrayList;
import java.util.Collections;

/** Layers that feed their outputs back, which the language has no layer for; what they make has a shape all the same. */
final class Recurrent {

  private static final int SEQUENCE_AXES = 3;

  private Recurrent() { }

  /** Return the translation of an operator that makes the outputs of all steps, and its state behind the last one. */
  static Operator of(int outputs) {
    return node -> {
      String reason = "operator '%s' has no layer of its own here".formatted(node.node().operator());
      Value sequence = node.input(0);
      long hidden = node.node().integer("hidden_size", 0);
      if (sequence.rank() != SEQUENCE_AXES || hidden < 1) {
        throw new UnsupportedNode(reason);
      }
      long directions = node.node().text("direction", "forward").equals("bidirectional") ? 2 : 1;
      boolean batchFirst = node.node().integer("layout", 0) == 1;
      long steps = sequence.size(batchFirst ? 1 : 0);
      long batch = sequence.size(batchFirst ? 0 : 1);
      var shapes = new ArrayList<>(Collections.nCopies(outputs,
          batchFirst ? new long[] {batch, directions, hidden} : new long[] {directions, batch, hidden}));
      shapes.set(0, batchFirst ? new long[] {batch, steps, directions, hidden} : new long[] {steps, directions, batch, hidden});
      throw new UnsupportedNode(reason, shapes.toArray(long[][]::new));
    };
  }
}
