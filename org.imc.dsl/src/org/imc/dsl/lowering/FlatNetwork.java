package org.imc.dsl.lowering;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.util.InternalEList;
import org.imc.dsl.quantity.Quantities;
import org.imc.model.imc.BlockDecl;
import org.imc.model.imc.InputDecl;
import org.imc.model.imc.LayerDecl;
import org.imc.model.imc.NetworkDecl;
import org.imc.model.imc.NodeDecl;
import org.imc.model.imc.ParameterDecl;
import org.imc.model.imc.UseDecl;
import org.jspecify.annotations.Nullable;

/**
 * A network with the layers of its blocks in the places where they are used. A layer {@code dw} of a block used as {@code s1}
 * is called {@code s1.dw}; of the third repetition, {@code s1.3.dw}.
 *
 * <p>Survives half-typed networks: a block that is not known, or that uses itself, has no layers here. What is put in is a
 * copy; {@link #written} tells where it stands in the network's own text. A network without blocks is its own.
 */
public final class FlatNetwork {

  /** No network has more layers; keeps blocks of blocks of blocks from filling the memory. */
  public static final int MAX_LAYERS = 20_000;

  private final NetworkDecl network;
  private final Map<EObject, EObject> written = new HashMap<>();
  private final Map<NodeDecl, NodeDecl> results = new HashMap<>();
  private final List<NodeDecl> nodes = new ArrayList<>();
  private final Set<BlockDecl> underway = new LinkedHashSet<>();

  private FlatNetwork(NetworkDecl original) {
    if (original.getNodes().stream().noneMatch(UseDecl.class::isInstance)) {
      network = original;
      return;
    }
    var copier = new EcoreUtil.Copier();
    network = (NetworkDecl) copier.copy(original);
    copier.copyReferences();
    copier.forEach((from, copy) -> written.put(copy, from));
    for (NodeDecl node : List.copyOf(network.getNodes())) {
      add(node, node.getName(), written.get(node));
    }
    network.getNodes().clear();
    network.getNodes().addAll(nodes);
  }

  /** Put the layers of a network's blocks in their places. */
  public static FlatNetwork of(NetworkDecl network) {
    return new FlatNetwork(network);
  }

  /** Return the network without uses of blocks. */
  public NetworkDecl network() {
    return network;
  }

  /** Return whether the network has more layers than can be evaluated; the rest is left out then. */
  public boolean isTooLarge() {
    return nodes.size() >= MAX_LAYERS;
  }

  /** Return what a part of the flat network stands for in the network's own text: itself, or the use that put it there. */
  public EObject written(EObject part) {
    for (EObject each = part; each != null; each = each.eContainer()) {
      EObject own = written.get(each);
      if (own != null) {
        return own;
      }
    }
    return part;
  }

  private void add(NodeDecl node, @Nullable String name, EObject site) {
    if (node instanceof LayerDecl layer) {
      var from = (InternalEList<NodeDecl>) layer.getFrom();
      for (int i = 0; i < from.size(); i++) { // a list of references refuses what it has, but a layer may read twice
        from.setUnique(i, results.getOrDefault(from.get(i), from.get(i)));
      }
    }
    if (node instanceof UseDecl use) {
      addBlock(use, name, site);
    } else if (nodes.size() < MAX_LAYERS) {
      node.setName(name);
      nodes.add(node);
      written.putIfAbsent(node, site);
    }
  }

  private void addBlock(UseDecl use, @Nullable String name, EObject site) {
    BlockDecl block = use.getBlock();
    if (block == null || block.eIsProxy() || !underway.add(block)) {
      return; // unknown, or a circle: reported where it is written
    }
    long count = use.getCount() == null ? 1 : Quantities.isValid(use.getCount()) ? Quantities.whole(use.getCount()) : 0;
    Optional<NodeDecl> previous = Optional.empty();
    for (long i = 1; i <= count && nodes.size() < MAX_LAYERS; i++) {
      previous = addOnce(block, use, count == 1 ? name : name + "." + i, previous, site);
    }
    previous.ifPresent(last -> results.put(use, last));
    underway.remove(block);
  }

  /** Add the layers of a block and return the last one. */
  private Optional<NodeDecl> addOnce(
      BlockDecl block, UseDecl use, @Nullable String name, Optional<NodeDecl> previous, EObject site) {
    var copier = new EcoreUtil.Copier();
    for (ParameterDecl parameter : block.getParameters()) {
      use.getParameters().stream().filter(given -> given.getName() != null && given.getName().equals(parameter.getName()))
          .findFirst()
          .ifPresentOrElse(given -> copier.put(parameter, given), () -> copier.copy(parameter));
    }
    List<NodeDecl> copies = block.getNodes().stream().map(node -> (NodeDecl) copier.copy(node)).toList();
    copier.copyReferences();
    int input = 0;
    for (NodeDecl node : copies) {
      if (node instanceof InputDecl) {
        Optional<NodeDecl> read = input == 0 && previous.isPresent() ? previous
            : input < use.getFrom().size() ? Optional.of(use.getFrom().get(input)) : Optional.empty();
        read.ifPresent(each -> results.put(node, each));
        input++;
      } else {
        add(node, name + "." + node.getName(), site);
      }
    }
    return copies.isEmpty()
        ? Optional.empty()
        : Optional.of(results.getOrDefault(copies.get(copies.size() - 1), copies.get(copies.size() - 1)));
  }
}
