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

/** The shipped networks are the reference models of MLPerf Tiny. */
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
    assertEquals(weights, macLayers(network).stream().mapToLong(layer -> layer.elements(Operand.WEIGHT)).sum());
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
