package org.imc.onnx.translate;

/** How the nodes of one or more operators become layers, views or constants. */
@FunctionalInterface
interface Operator {

  /**
   * Translate a node.
   *
   * @throws UnsupportedNode when it cannot be; it then becomes a layer that moves its data
   */
  void translate(NodeContext node) throws UnsupportedNode;
}
