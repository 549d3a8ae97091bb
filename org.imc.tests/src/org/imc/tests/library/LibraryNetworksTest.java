package org.imc.tests.library;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.imc.engine.workload.ElementwiseLayer;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Network;
import org.imc.engine.workload.Operand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped networks are those of the literature. */
class LibraryNetworksTest {

  @ParameterizedTest
  @CsvSource({
    "DeepAutoEncoder, 10,   264192, 264192",
    "DsCnn,           10,  2656768,  22016",
    "MobileNetV1,     28,  7489664, 208112",
    "ResNet8,         10, 12501632,  77360"
  })
  void layersMacsAndWeightsAreThePublishedOnes(String name, int layers, long macs, long weights) {
    Network network = LibraryStudies.network(name);
    assertEquals(layers, macLayers(network).size());
    assertEquals(macs, network.macs());
    assertEquals(weights, weights(network));
  }

  /**
   * Layers, multiply-accumulates and weights; then what was published of the same network, in millions, and where.
   *
   * <p>The weights of ResNet, MobileNet and EfficientNet are the parameters of torchvision's models (11689512, 25557032, 3504872,
   * 5483032 and 5288548) less their biases and normalisation, which are no weights of an array: at most 1.3 %. The embeddings of
   * BERT are left out: 110 million parameters are published, of which 85 are the encoder's.
   */
  @ParameterizedTest
  @CsvSource({
    "AlexNet,         8,   724406816,  60954656,  724,   61,   Sze et al.: Efficient processing of deep neural networks (Proc. "
        + "IEEE 2017) table II",
    "Vgg16,          16, 15470264320, 138344128, 15500, 138,   Sze et al. table II; Simonyan and Zisserman table 2",
    "ResNet18,       21,  1814073344,  11678912, 1800,   11.7, He et al. table 1; parameters: torchvision",
    "ResNet50,       54,  3857973248,  25502912, 3900,   25.5, Sze et al. table II; He et al. table 1: 3.8 billion",
    "MobileNetV2,    53,   300774272,   3469760,  300,    3.4, Sandler et al. table 4",
    "MobileNetV3,    64,   216589760,   5451272,  219,    5.4, Howard et al. table 3",
    "EfficientNetB0, 82,   385814752,   5236192,  390,    5.3, Tan and Le table 2",
    "BertBase,       96, 11173625856,  84934656, 11250,  85,   Sun et al.: MobileBERT (ACL 2020) table 3: 22.5 billion operations",
    "VitTiny,        98,  1253683200,   5647872, 1260,    5.7, Touvron et al. table 1 and its implementation in timm"
  })
  void layersMacsAndWeightsAreThoseOfTheLiterature(
      String name, int layers, long macs, long weights, double publishedMillionMacs, double publishedMillionWeights) {
    Network network = LibraryStudies.network(name);
    assertEquals(layers, macLayers(network).size());
    assertEquals(macs, network.macs());
    assertEquals(weights, weights(network));
    assertEquals(1, macs / 1e6 / publishedMillionMacs, 0.02);
    assertEquals(1, weights / 1e6 / publishedMillionWeights, 0.025);
  }

  private static long weights(Network network) {
    return macLayers(network).stream()
        .filter(layer -> !layer.dynamicWeights())
        .mapToLong(layer -> layer.elements(Operand.WEIGHT))
        .sum();
  }

  @ParameterizedTest
  @CsvSource({"DeepAutoEncoder", "DsCnn", "MobileNetV1", "ResNet8"})
  void everyLayerHasThePublishedLoopBoundsAndStrides(String name) {
    List<MacLayer> layers = macLayers(LibraryStudies.network(name));
    List<PublishedLayer> published = PublishedLayer.of(name);
    assertEquals(published.size(), layers.size());
    assertAll(IntStream.range(0, layers.size()).mapToObj(i -> () -> assertEquals(
        published.get(i),
        new PublishedLayer(layers.get(i).bounds(), layers.get(i).window(),
            layers.get(i).macs(), layers.get(i).elements(Operand.WEIGHT)),
        () -> layers.get(i).name())));
  }

  @ParameterizedTest
  @CsvSource({"DeepAutoEncoder", "DsCnn", "MobileNetV1", "ResNet8"})
  void weightsAndActivationsHave8Bits(String name) {
    assertAll(LibraryStudies.network(name).layers().stream().map(layer -> () -> {
      assertEquals(8, layer.precision().weightBits(), layer::name);
      assertEquals(8, layer.precision().inputBits(), layer::name);
      assertEquals(8, layer.precision().outputBits(), layer::name);
    }));
  }

  @Test
  void resNet8AddsItsThreeBranches() {
    List<ElementwiseLayer> additions = LibraryStudies.network("ResNet8").layers().stream()
        .filter(ElementwiseLayer.class::isInstance)
        .map(ElementwiseLayer.class::cast)
        .filter(layer -> layer.operation().equals("add"))
        .toList();
    assertEquals(List.of(2, 2, 2), additions.stream().map(layer -> layer.predecessors().size()).toList());
    assertEquals(List.of(16L * 32 * 32, 32L * 16 * 16, 64L * 8 * 8),
        additions.stream().map(ElementwiseLayer::outputElements).toList());
  }

  private static List<MacLayer> macLayers(Network network) {
    return network.layers().stream().filter(MacLayer.class::isInstance).map(MacLayer.class::cast).toList();
  }
}
