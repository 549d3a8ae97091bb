package org.imc.tests.engine;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Read what the peer said about mapped layers: the committed extract, and the full folder, which may be missing. */
final class PeerReference {

  private static final ObjectMapper JSON = new ObjectMapper();

  private PeerReference() { }

  /**
   * A network whose mappings the peer searched.
   *
   * @param name of the case
   * @param objective what the peer minimised: latency, energy or EDP
   * @param evaluations mappings that it priced
   * @param cpuSeconds what that took
   * @param layers in its order
   */
  record Searched(String name, String objective, long evaluations, double cpuSeconds, List<PeerCase> layers) { }

  /** Return a few fixed mappings, one of each kind of memory hierarchy and of each rule. */
  static List<PeerCase> committed() throws IOException {
    JsonNode extract = JSON.readTree(ReferenceFolder.committed("peer-mappings.json").toFile());
    List<PeerCase> cases = new ArrayList<>();
    extract.path("points").forEach(point -> cases.add(
        PeerCase.fixed(point, extract.path("hardware").path(point.path("hardware_name").asText()))));
    return cases;
  }

  /** Return all fixed mappings that the peer could price. */
  static List<PeerCase> fixed() throws IOException {
    JsonNode hardware = JSON.readTree(full("fixed_mapping_hardware.json").toFile());
    List<PeerCase> cases = new ArrayList<>();
    for (String line : ReferenceFolder.lines(full("fixed_mapping_points.jsonl"))) {
      JsonNode point = JSON.readTree(line);
      if (point.has("outputs")) { // it failed on one
        cases.add(PeerCase.fixed(point, hardware.path(point.path("hardware_name").asText()).path("hardware")));
      }
    }
    return cases;
  }

  /** Return all networks. */
  static List<Searched> searched() throws IOException {
    List<Searched> networks = new ArrayList<>();
    try (Stream<Path> files = Files.list(full("network"))) {
      for (Path file : files.sorted().toList()) {
        networks.add(searched(JSON.readTree(file.toFile())));
      }
    }
    return networks;
  }

  private static Searched searched(JsonNode network) throws IOException {
    JsonNode inputs = network.path("inputs");
    Path workload = ReferenceFolder.full("golden/workloads/%s.json".formatted(inputs.path("workload").path("name").asText()));
    JsonNode nodes = JSON.readTree(workload.toFile()).path("nodes");
    List<PeerCase> layers = new ArrayList<>();
    String name = network.path("case").asText();
    for (JsonNode layer : network.path("outputs").path("layers")) {
      for (JsonNode node : nodes) {
        if (node.path("id").equals(layer.path("layer_id"))) {
          layers.add(PeerCase.searched("%s %s".formatted(name, layer.path("layer").asText()), inputs.path("hardware"),
              withPrecision(node, inputs.path("workload").path("precision")), layer));
        }
      }
    }
    return new Searched(name, inputs.path("api").path("opt").asText(), network.path("outputs").path("evaluations").asLong(),
        network.path("outputs").path("cpu_s").asDouble(), layers);
  }

  /** Return a layer with the widths of a case, if it has its own. */
  private static JsonNode withPrecision(JsonNode node, JsonNode precision) {
    if (precision.isMissingNode()) {
      return node;
    }
    ObjectNode copy = node.deepCopy();
    copy.putObject("precision")
        .put("W", precision.path("weight_size").asInt())
        .put("I", precision.path("act_size").asInt())
        .put("O_final", precision.path("act_size").asInt())
        .put("O", precision.path("output_size").asInt());
    return copy;
  }

  private static Path full(String name) {
    Path file = ReferenceFolder.full("golden/open/" + name);
    assumeTrue(Files.exists(file), () -> "The full reference folder is not here: " + file);
    return file;
  }
}
