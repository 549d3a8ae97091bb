package org.imc.tests.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.imc.engine.workload.LoopBounds;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Network;
import org.imc.engine.workload.Operand;
import org.imc.onnx.ImportedNetwork;
import org.imc.onnx.OnnxImport;
import org.imc.tests.engine.ReferenceFolder;
import org.imc.tests.library.PublishedLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Five real models, imported, are the networks that others read from them, layer by layer. */
class OnnxReferenceModelsTest {

  @ParameterizedTest
  @CsvSource({"deepautoencoder, DeepAutoEncoder", "ds_cnn, DsCnn", "mobilenet_v1, MobileNetV1", "resnet8, ResNet8"})
  void layersOfMlperfTinyAreThePublishedOnes(String file, String published) throws Exception {
    List<PublishedLayer> layers = Imports.macLayers(imported(file)).stream()
        .map(layer -> new PublishedLayer(layer.bounds(), layer.window(), layer.macs(), layer.elements(Operand.WEIGHT)))
        .toList();
    assertEquals(PublishedLayer.of(published), layers);
  }

  @Test
  void layersOfAlexNetAreThoseOfThePeer() throws Exception {
    List<MacLayer> layers = Imports.macLayers(imported("alexnet"));
    JsonNode peer = new ObjectMapper().readTree(reference("golden/workloads/alexnet.json").toFile());
    var expected = new ArrayList<LoopBounds>();
    for (JsonNode node : peer.get("nodes")) {
      if (node.has("dims")) {
        expected.add(bounds(node.get("dims")));
      }
    }
    assertEquals(expected, layers.stream().map(MacLayer::bounds).toList());
    assertEquals(peer.get("macs").asLong(), layers.stream().mapToLong(MacLayer::macs).sum());
    assertEquals(peer.get("weights").asLong(), layers.stream().mapToLong(layer -> layer.elements(Operand.WEIGHT)).sum());
  }

  /** The peer calls the rows of a matrix product D, which is 1 here, and has no channels of an image in it. */
  private static LoopBounds bounds(JsonNode dims) {
    var bounds = new EnumMap<LoopDim, Long>(LoopDim.class);
    for (Map.Entry<String, JsonNode> dim : dims.properties()) {
      bounds.put(dim.getKey().equals("D") ? LoopDim.B : LoopDim.valueOf(dim.getKey()), dim.getValue().asLong());
    }
    return LoopBounds.of(bounds);
  }

  private static Network imported(String name) throws IOException {
    ImportedNetwork imported = OnnxImport.read(reference("onnx/" + name + ".onnx"), Imports.OPTIONS);
    assertEquals(List.of(), imported.warnings());
    Imports.layers(imported);
    return Imports.network(imported);
  }

  private static Path reference(String file) {
    Path path = ReferenceFolder.full(file);
    assumeTrue(Files.isRegularFile(path), () -> "The reference data are not here: " + path);
    return path;
  }
}
