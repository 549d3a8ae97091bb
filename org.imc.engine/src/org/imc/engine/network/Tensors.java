package org.imc.engine.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.imc.engine.Study;
import org.imc.engine.arch.MemoryHierarchy;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.arch.Sharing;
import org.imc.engine.network.Tensor.Read;
import org.imc.engine.workload.ElementwiseLayer;
import org.imc.engine.workload.Layer;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Operand;

/**
 * The tensors that the layers of a study exchange: who reads them, and where they may live.
 *
 * <p>Where it is not known what a tensor is to a reader (a matmul or an addition of a layer and an input of the network, a
 * concatenation of parts), or where the mapping that is asked for says what is kept at the home or beyond, only the outermost
 * home is left.
 */
final class Tensors {

  private final Study study;
  private final MemoryHierarchy memories;
  private final List<Layer> layers;
  private final List<List<Read>> reads = new ArrayList<>();
  private final List<Tensor> tensors = new ArrayList<>();
  private final int[] lastReaders;
  private final boolean[] isPinned;

  /** @throws ArithmeticException when a tensor has more bits than a {@code long} counts */
  Tensors(Study study) {
    this.study = study;
    memories = study.architecture().memories();
    layers = study.network().layers();
    lastReaders = new int[layers.size()];
    isPinned = new boolean[layers.size()];
    Map<String, Integer> byName = new HashMap<>();
    for (int i = 0; i < layers.size(); i++) {
      lastReaders[i] = i;
      reads.add(reads(i, layers.get(i), byName));
      byName.put(layers.get(i).name(), i);
    }
    int[][] readers = readers();
    for (int i = 0; i < layers.size(); i++) {
      long bits = Math.multiplyExact(layers.get(i).outputElements(), (long) layers.get(i).precision().outputBits());
      tensors.add(new Tensor(i, bits, lastReaders[i], homes(i, bits, readers[i])));
    }
  }

  int count() {
    return tensors.size();
  }

  Tensor get(int tensor) {
    return tensors.get(tensor);
  }

  Layer layer(int index) {
    return layers.get(index);
  }

  /** Return whether there is any choice of where to live. */
  boolean isAnyFree() {
    return tensors.stream().anyMatch(tensor -> tensor.homes().size() > 1);
  }

  /** Return what a layer reads of other layers, in the order in which it names them. */
  List<Read> reads(int layer) {
    return reads.get(layer);
  }

  private List<Read> reads(int reader, Layer layer, Map<String, Integer> byName) {
    List<Integer> read = layer.predecessors().stream().map(byName::get).toList();
    read.forEach(tensor -> lastReaders[tensor] = reader);
    List<Read> reads = switch (layer) {
      case ElementwiseLayer elementwise -> reads(elementwise, read);
      case MacLayer mac -> {
        List<Operand> operands = mac.dynamicWeights() ? List.of(Operand.INPUT, Operand.WEIGHT) : List.of(Operand.INPUT);
        yield operands.size() != read.size() ? List.of() : IntStream.range(0, read.size())
            .mapToObj(i -> new Read(read.get(i), operands.get(i), mac.elements(operands.get(i)))).toList();
      }
    };
    if (reads.isEmpty()) {
      read.forEach(tensor -> isPinned[tensor] = true);
    }
    return reads;
  }

  /** Return what a layer without weights reads of each tensor; nothing where it reads parts of several, which are not known. */
  private List<Read> reads(ElementwiseLayer layer, List<Integer> tensors) {
    long all = tensors.stream().mapToLong(tensor -> layers.get(tensor).outputElements()).reduce(0, Math::addExact);
    if (tensors.size() == 1 && all >= layer.inputElements()) {
      return List.of(new Read(tensors.getFirst(), Operand.INPUT, layer.inputElements()));
    }
    return all != layer.inputElements() ? List.of() : tensors.stream()
        .map(tensor -> new Read(tensor, Operand.INPUT, layers.get(tensor).outputElements())).toList();
  }

  private int[][] readers() {
    int[][] readers = new int[layers.size()][0];
    for (int reader = 0; reader < layers.size(); reader++) {
      for (Read read : reads.get(reader)) {
        int[] others = readers[read.tensor()];
        readers[read.tensor()] = Arrays.copyOf(others, others.length + 1);
        readers[read.tensor()][others.length] = reader;
      }
    }
    return readers;
  }

  private List<Integer> homes(int tensor, long bits, int[] readers) {
    List<Integer> homes = new ArrayList<>();
    if (!isPinned[tensor] && readers.length > 0) {
      for (int level = 0; level < memories.levels().size(); level++) {
        MemoryLevel memory = memories.levels().get(level);
        if (memory.sharing() == Sharing.GLOBAL && bits <= memory.capacityBits() && serves(tensor, readers, level)) {
          homes.add(level);
        }
      }
    }
    homes.add(Tensor.OUTERMOST);
    return homes;
  }

  /** Return whether a tensor can live in a level, and would live elsewhere if it could not. */
  private boolean serves(int tensor, int[] readers, int level) {
    boolean canEnd = canEnd(tensor, Operand.OUTPUT, level);
    boolean isLast = isLast(Operand.OUTPUT, level);
    for (int reader : readers) {
      for (Read read : reads.get(reader)) {
        if (read.tensor() == tensor) {
          canEnd &= canEnd(reader, read.operand(), level);
          isLast &= isLast(read.operand(), level);
        }
      }
    }
    return canEnd && !isLast;
  }

  private boolean isLast(Operand operand, int level) {
    return Views.last(memories, operand) == level;
  }

  /** Return whether the way of an operand of a layer may end at a level. */
  private boolean canEnd(int layer, Operand operand, int level) {
    int[] chain = memories.chain(operand);
    int position = Arrays.binarySearch(chain, level);
    int cuts = operand == Operand.WEIGHT ? position + 1 : position; // the cells come first
    return position >= 0 && study.constraint(layers.get(layer).name())
        .map(asked -> asked.tiles().getOrDefault(operand, Map.of()).keySet())
        .stream().flatMap(Set::stream).allMatch(cut -> cut < cuts);
  }
}
