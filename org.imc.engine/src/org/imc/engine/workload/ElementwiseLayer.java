package org.imc.engine.workload;

import java.util.List;
import org.imc.engine.ElementId;

/**
 * A layer without weights (pooling, element-wise addition, concatenation, other operators): priced as the data it moves, not
 * mapped onto the macros.
 *
 * @param id the element of the source
 * @param name the name shown to people
 * @param operation the field's word for it
 * @param inputElements elements read, over all predecessors
 * @param outputElements elements written
 * @param precision operand widths; the weight width is not used
 * @param predecessors the layers whose outputs are read
 */
public record ElementwiseLayer(
    ElementId id,
    String name,
    String operation,
    long inputElements,
    long outputElements,
    Precision precision,
    List<String> predecessors)
    implements Layer {

  public ElementwiseLayer {
    if (inputElements < 1 || outputElements < 1) {
      throw new IllegalArgumentException("Layer '%s' reads %d and writes %d elements. Both must be at least 1."
          .formatted(name, inputElements, outputElements));
    }
    predecessors = List.copyOf(predecessors);
  }

  @Override
  public long macs() {
    return 0;
  }
}
