package org.imc.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The front that the command reports is that of all designs, compared two by two by the rows it writes of them. */
class ExploredFrontTest {

  private static final List<String> COSTS = List.of("energy", "latency", "area", "edp", "energy ^ 0.7 * latency ^ 0.3", "latency * area");
  private static final List<String> MERITS = List.of("efficiency", "throughput", "density");
  private static final List<String> AXES = List.of("rows in 4 .. 32 step * 2", "columns in { 16, 24, 64 }", "macros in 1 .. 3",
      "serial in 1 bit .. 2 bit", "memory buffer size in { 1 KiB, 2 KiB }", "memory dram read in { 1 pJ/bit, 4 pJ/bit }",
      "adc resolution in 3 bit .. 5 bit");

  /** Rounds for each number of figures. */
  private static final int ROUNDS = 4;

  @TempDir private Path folder;

  /** The rows of all designs, as numbers of which less is better. */
  private record Designs(List<Long> numbers, List<double[]> badness) {

    List<Long> front() {
      return IntStream.range(0, numbers.size())
          .filter(i -> badness.stream().noneMatch(other -> beats(other, badness.get(i))))
          .mapToObj(numbers::get).toList();
    }

    private static boolean beats(double[] one, double[] other) {
      return IntStream.range(0, one.length).allMatch(k -> one[k] <= other[k])
          && IntStream.range(0, one.length).anyMatch(k -> one[k] < other[k]);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void theFrontIsThatOfAllRows(int figures) throws IOException {
    var random = new Random(figures);
    int beaten = 0;
    for (int round = 0; round < ROUNDS; round++) {
      String exploration = exploration(random, figures);
      Path file = Files.writeString(folder.resolve("x.imc"), SmallChips.TEXT + SmallChips.ANALOG + exploration);
      String[] csv = Imc.inside("explore", file.toString(), "--format", "csv", "--everything").expect(0).out().split("\r\n");
      JsonNode answer = new ObjectMapper().readTree(Imc.inside("explore", file.toString(), "--format", "json").expect(0).out())
          .at("/explorations/0");
      var front = new ArrayList<Long>();
      answer.get("front").forEach(each -> front.add(each.get("design").asLong()));
      assertEquals(designs(csv, answer.get("metrics")).front(), front, exploration);
      beaten += answer.at("/counts/beaten").asInt();
    }
    assertTrue(beaten > 0, "no design was left out");
  }

  private static String exploration(Random random, int figures) {
    List<String> all = shuffled(IntStream.range(0, COSTS.size() + MERITS.size()).boxed().toList(), random).stream().limit(figures)
        .map(i -> i < COSTS.size() ? COSTS.get(i) : MERITS.get(i - COSTS.size())).toList();
    String minimised = all.stream().filter(COSTS::contains).collect(Collectors.joining(", "));
    String maximised = all.stream().filter(MERITS::contains).collect(Collectors.joining(", "));
    return "explore X { networks Small architectures Digital, Analog mapped for %s %s %s %s }".formatted(
        random.nextBoolean() ? "energy" : "edp, latency",
        shuffled(AXES, random).stream().limit(4).collect(Collectors.joining(" ")),
        minimised.isEmpty() ? "" : "minimising " + minimised, maximised.isEmpty() ? "" : "maximising " + maximised);
  }

  private static <T> List<T> shuffled(List<T> values, Random random) {
    var copy = new ArrayList<>(values);
    Collections.shuffle(copy, random);
    return copy;
  }

  private static Designs designs(String[] csv, JsonNode metrics) {
    List<String> titles = List.of(csv[0].split(","));
    var designs = new Designs(new ArrayList<>(), new ArrayList<>());
    for (int line = 1; line < csv.length; line++) {
      String[] cells = csv[line].split(",");
      if (cells[2].equals("priced")) {
        designs.numbers.add(Long.parseLong(cells[1]));
        double[] badness = new double[metrics.size()];
        for (int k = 0; k < badness.length; k++) {
          JsonNode metric = metrics.get(k);
          double value = Double.parseDouble(cells[titles.indexOf(
              "%s [%s]".formatted(metric.get("metric").asText(), metric.get("unit").asText()))]);
          badness[k] = metric.get("moreIsBetter").asBoolean() ? -value : value;
        }
        designs.badness.add(badness);
      }
    }
    return designs;
  }
}
