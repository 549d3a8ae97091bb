package org.imc.engine;

/** Where the tensors may live that the layers of a network exchange. */
public enum Activations {
  /** In whichever memory is best for the network as a whole. */
  PLACED,
  /** In the last memory on the way of each operand, as if every layer ran by itself. */
  OUTERMOST
}
