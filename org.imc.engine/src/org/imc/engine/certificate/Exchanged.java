package org.imc.engine.certificate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.imc.engine.workload.ElementwiseLayer;
import org.imc.engine.workload.Layer;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Network;
import org.imc.engine.workload.Operand;

/** Who reads the outputs of a network's layers, as what, and until when they are needed. Layers and their outputs are numbers. */
final class Exchanged {

  private final List<Layer> layers;
  private final List<List<Use>> uses = new ArrayList<>();
  private final int[] neededUntil;
  private final boolean[] isClear;

  /**
   * A layer reads the output of another.
   *
   * @param maker the other
   * @param operand what it is to the reader
   * @param elements that are read
   */
  record Use(int maker, Operand operand, long elements) { }

  Exchanged(Network network) {
    layers = network.layers();
    neededUntil = new int[layers.size()];
    isClear = new boolean[layers.size()];
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < layers.size(); i++) {
      neededUntil[i] = i;
      isClear[i] = true;
      List<Integer> makers = new ArrayList<>();
      for (String name : layers.get(i).predecessors()) {
        makers.add(numbers.get(name));
        neededUntil[numbers.get(name)] = i;
      }
      uses.add(uses(layers.get(i), makers));
      if (uses.get(i).size() < makers.size()) {
        makers.forEach(maker -> isClear[maker] = false);
      }
      numbers.put(layers.get(i).name(), i);
    }
  }

  /** Return what a layer reads of others; nothing when it is not clear what it takes of each. */
  private List<Use> uses(Layer layer, List<Integer> makers) {
    List<Use> clear = new ArrayList<>();
    long made = 0;
    for (int maker : makers) {
      long elements = layers.get(maker).outputElements();
      made = Math.addExact(made, elements);
      switch (layer) {
        case ElementwiseLayer moved -> clear.add(
            new Use(maker, Operand.INPUT, makers.size() == 1 ? Math.min(elements, moved.inputElements()) : elements));
        case MacLayer mac -> {
          Operand operand = clear.isEmpty() ? Operand.INPUT : Operand.WEIGHT;
          clear.add(new Use(maker, operand, mac.elements(operand)));
        }
      }
    }
    boolean isClearlyAll = switch (layer) {
      case ElementwiseLayer moved -> makers.size() == 1 ? made >= moved.inputElements() : made == moved.inputElements();
      case MacLayer mac -> makers.size() == (mac.dynamicWeights() ? 2 : 1);
    };
    return isClearlyAll ? clear : List.of();
  }

  int count() {
    return layers.size();
  }

  Layer layer(int number) {
    return layers.get(number);
  }

  /** Return what a layer reads of others, as far as that is clear. */
  List<Use> uses(int layer) {
    return Collections.unmodifiableList(uses.get(layer));
  }

  boolean isRead(int maker) {
    return neededUntil[maker] > maker;
  }

  /** Return whether it is clear what all readers take an output for. */
  boolean isClear(int maker) {
    return isClear[maker];
  }

  long bits(int maker) {
    return Math.multiplyExact(layers.get(maker).outputElements(), (long) layers.get(maker).precision().outputBits());
  }

  /** Return the outputs that are needed while a layer runs, its own too. */
  List<Integer> needed(int layer) {
    List<Integer> needed = new ArrayList<>();
    for (int maker = 0; maker <= layer; maker++) {
      if (neededUntil[maker] >= layer) {
        needed.add(maker);
      }
    }
    return needed;
  }

  /** Return the bits that the mapping of a reader keeps of an output itself; nothing when it does not read it. */
  OptionalLong keptByReader(int reader, int maker) {
    if (!(layers.get(reader) instanceof MacLayer mac)) {
      return OptionalLong.empty();
    }
    return uses.get(reader).stream().filter(use -> use.maker() == maker)
        .mapToLong(use -> Math.multiplyExact(use.elements(), (long) (use.operand() == Operand.WEIGHT
            ? mac.precision().weightBits() : mac.precision().inputBits())))
        .reduce((first, second) -> second);
  }
}
