package org.imc.engine.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.imc.engine.Study;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.result.Finding;
import org.imc.engine.workload.Operand;

/**
 * Tensors that are alive while a layer runs and have no room, wherever they live.
 *
 * @param memory the last one, where all others would have to be
 * @param layer the name of the layer
 * @param waiting the names of the layers whose outputs are there, the layer's own too
 * @param bits of these outputs
 */
record Crowd(MemoryLevel memory, String layer, List<String> waiting, long bits) {

  private static final String CODE = "network.tensors";

  /** Return the one with the most bits. */
  static Crowd worst(Study study, Tensors tensors) {
    var memories = study.architecture().memories();
    MemoryLevel last = memories.levels().get(Views.last(memories, Operand.OUTPUT));
    Crowd worst = new Crowd(last, "", List.of(), 0);
    List<Tensor> alive = new ArrayList<>();
    for (int layer = 0; layer < tensors.count(); layer++) {
      int now = layer;
      alive.removeIf(tensor -> tensor.lastReader() < now);
      alive.add(tensors.get(layer));
      long bits = alive.stream().mapToLong(Tensor::bits).reduce(0, Math::addExact);
      if (bits > worst.bits()) {
        worst = new Crowd(last, tensors.layer(layer).name(),
            alive.stream().map(tensor -> tensors.layer(tensor.producer()).name()).toList(), bits);
      }
    }
    return worst;
  }

  Finding toFinding() {
    String names = waiting.stream().map("'%s'"::formatted).collect(Collectors.joining(", "));
    return new Finding(Finding.Severity.WARNING, CODE, memory.id(),
        ("While layer '%s' runs, the outputs of %s are needed: %d bits, which do not fit with the rest into memory '%s' of %d bits. "
            + "The figures leave out what waits there. Maybe set its size to more.")
            .formatted(layer, names, bits, memory.name(), memory.capacityBits()));
  }
}
