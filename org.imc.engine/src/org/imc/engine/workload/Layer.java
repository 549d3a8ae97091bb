package org.imc.engine.workload;

import java.util.List;
import org.imc.engine.ElementId;

/** One layer of a network: either mapped onto the macros, or moved through the memories only. */
public sealed interface Layer permits MacLayer, ElementwiseLayer {

  /** The element of the source that this layer was written as. */
  ElementId id();

  /** The name shown to people; unique in its network. */
  String name();

  /** The field's word for the operation: conv2d, depthwise, dense, matmul, add, pool, concat, operator. */
  String operation();

  /** The names of the layers whose outputs this layer reads; empty when it reads the network's input. */
  List<String> predecessors();

  /** How wide each operand is. */
  Precision precision();

  /** Multiply-accumulate operations of one inference. */
  long macs();

  /** Elements of the output. */
  long outputElements();
}
