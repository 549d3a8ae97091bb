package org.imc.tests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.imc.engine.cost.MemoryUse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Our optimum is never worse than the mapping that the peer found, for any layer of its networks.
 *
 * <p>{@code -Dimc.golden.update=true} solves the networks beyond MLPerf Tiny too, which takes minutes, and writes the tables
 * of {@code docs/peer.md} anew.
 */
class PeerOptimumTest {

  private static final boolean ALL = Boolean.getBoolean("imc.golden.update");
  private static final List<String> TINY = List.of("ds_cnn", "deepautoencoder", "resnet8", "mobilenet_v1");

  private static boolean isTiny(PeerReference.Searched network) {
    return TINY.stream().anyMatch(name -> network.name().contains("_" + name + "_"));
  }

  @Test
  void ourOptimumIsNeverWorseThanThePeersMapping(TestReporter reporter) throws IOException {
    var solver = new PeerGain.Solver();
    List<PeerGain> gains = new ArrayList<>();
    for (PeerReference.Searched network : PeerReference.searched()) {
      if (ALL || isTiny(network)) {
        PeerGain gain = solver.solve(network);
        assertEquals(List.of(), gain.worse(), network::name);
        gains.add(gain);
      }
    }
    double[] all = sorted(gains);
    reporter.publishEntry("layers", Integer.toString(all.length));
    reporter.publishEntry("mappings of the peer that are optimal", Long.toString(PeerGain.optimal(all)));
    assertTrue(all.length >= 390, "all layers of 30 networks");
    if (ALL) {
      write(distribution(all), table(gains));
    }
  }

  @Test
  void ourOptimumIsNeverWorseThanTheCommittedMappings() throws IOException {
    List<PeerCase> mappings = PeerReference.committed().stream()
        .filter(peer -> MemoryUse.fits(peer.architecture(), peer.layer(), peer.mapping())).toList();
    assertEquals(10, mappings.size()); // a ragged edge of one fits on the average only
    for (String objective : List.of("energy")) {
      var gain = new PeerGain.Solver().solve(new PeerReference.Searched("committed", objective, 0, 0, mappings));
      assertEquals(List.of(), gain.worse(), objective);
      assertTrue(PeerGain.optimal(gain.gains()) < mappings.size(), "given mappings are not all optimal");
    }
  }

  private static double[] sorted(List<PeerGain> gains) {
    return gains.stream().flatMapToDouble(gain -> Arrays.stream(gain.gains())).sorted().toArray();
  }

  private static String distribution(double[] gains) {
    double[] borders = {1 + 1e-9, 1.1, 1.5, 2, 4, 10, Double.POSITIVE_INFINITY};
    String[] titles = {"optimal", "up to 1.1", "1.1 to 1.5", "1.5 to 2", "2 to 4", "4 to 10", "more"};
    var table = new StringBuilder("| peer / optimum | layers | share |\n|---|---:|---:|\n");
    double lower = 0;
    for (int i = 0; i < borders.length; i++) {
      double from = lower;
      double to = borders[i];
      long count = Arrays.stream(gains).filter(gain -> gain > from && gain <= to).count();
      table.append(format("| %s | %d | %.1f %% |\n", titles[i], count, 100.0 * count / gains.length));
      lower = to;
    }
    return table.append(format("\nMedian %.2f, upper quartile %.2f, largest %.1f, over %d layers.\n",
        quantile(gains, 0.5), quantile(gains, 0.75), gains[gains.length - 1], gains.length)).toString();
  }

  private static String table(List<PeerGain> all) {
    var table = new StringBuilder("| case | minimised | layers | peer optimal | median | largest | all layers |"
        + " peer's mappings | peer's CPU time |\n|---|---|---:|---:|---:|---:|---:|---:|---:|\n");
    for (PeerGain gain : all) {
      double[] gains = gain.gains();
      String total = gain.total().isPresent() ? format("%.2f", gain.total().getAsDouble()) : "–";
      table.append(format("| %s | %s | %d | %d | %.2f | %.2f | %s | %d | %.1f s |\n", gain.network().name(),
          gain.network().objective(), gains.length, PeerGain.optimal(gains), quantile(gains, 0.5),
          gains[gains.length - 1], total, gain.network().evaluations(), gain.network().cpuSeconds()));
    }
    return table.toString();
  }

  private static double quantile(double[] sorted, double share) {
    return sorted[(int) (share * (sorted.length - 1))];
  }

  private static String format(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }

  /** Put the tables between the marks of the page. */
  private static void write(String... tables) throws IOException {
    Path page = Path.of(System.getProperty("imc.root", ".."), "docs", "peer.md");
    String text = Files.readString(page);
    for (int i = 0; i < tables.length; i++) {
      String mark = "<!-- table %d -->\n".formatted(i + 1);
      String end = "<!-- end %d -->".formatted(i + 1);
      assertTrue(Stream.of(mark, end).allMatch(text::contains), mark);
      text = text.substring(0, text.indexOf(mark) + mark.length()) + tables[i] + text.substring(text.indexOf(end));
    }
    Files.writeString(page, text);
  }
}
