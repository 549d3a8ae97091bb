package org.imc.engine.certificate;

import java.util.List;
import org.imc.engine.Activations;
import org.imc.engine.Objective;
import org.imc.engine.Study;
import org.imc.engine.result.Evaluation;
import org.imc.engine.result.LayerEvaluation;
import org.imc.engine.workload.Layer;

/**
 * What is claimed of the answer to a study, so that others can check it.
 *
 * @param objective what was minimised
 * @param network its name
 * @param architecture its name
 * @param architectureHash see {@link ContentHash}
 * @param space what a mapping was sought in
 * @param activations where outputs of layers were allowed to live
 * @param tensors where they live, in the network's order, those that other layers read; nothing when each layer runs by itself
 * @param layers in the network's order
 * @param weights which of them stay in the cells
 */
public record Certificate(Objective objective, String network, String architecture, String architectureHash, String space,
    Activations activations, List<TensorClaim> tensors, List<LayerCertificate> layers, WeightsClaim weights) {

  /** The space of {@code org.imc.engine.mapper}. Changes when the space does, so that no old claim is taken for a new one. */
  public static final String SPACE = "every whole unrolling; every order of the prime factors of the steps in time, or of "
      + "more steps than needed (up to 8/7 and 64 more, if with more divisors than all between, of at most four divisors); every "
      + "placement of every operand's cuts that fits; of these, what the study asks for";

  public Certificate {
    tensors = List.copyOf(tensors);
    layers = List.copyOf(layers);
  }

  /** A claim of a study whose weights are loaded for every inference. */
  public Certificate(Objective objective, String network, String architecture, String architectureHash, String space,
      Activations activations, List<TensorClaim> tensors, List<LayerCertificate> layers) {
    this(objective, network, architecture, architectureHash, space, activations, tensors, layers, WeightsClaim.RELOADED);
  }

  /** Return what an evaluation claims. */
  public static Certificate of(Evaluation evaluation) {
    List<LayerCertificate> layers = evaluation.layers().stream().map(layer -> of(evaluation.study(), layer)).toList();
    return new Certificate(evaluation.study().objective(), evaluation.study().network().name(),
        evaluation.study().architecture().name(), ContentHash.of(evaluation.study().architecture()), SPACE,
        evaluation.study().activations(), evaluation.placement().tensors().stream()
            .map(home -> new TensorClaim(home.layer(), home.memory())).toList(), layers,
        WeightsClaim.of(evaluation.study().weights(), evaluation.residence()));
  }

  private static LayerCertificate of(Study study, LayerEvaluation layer) {
    return new LayerCertificate(layer.layer().name(), hash(study, layer.layer()), layer.mapping(), layer.energy(),
        layer.energy().totalPj(), layer.latency(), layer.latency().totalCycles(), layer.bounds(), layer.search());
  }

  /** Return the hash of a layer, with what is asked of its mapping if anything is. */
  static String hash(Study study, Layer layer) {
    return study.constraint(layer.name())
        .map(constraint -> ContentHash.of(List.of(layer, constraint)))
        .orElseGet(() -> ContentHash.of(layer));
  }
}
