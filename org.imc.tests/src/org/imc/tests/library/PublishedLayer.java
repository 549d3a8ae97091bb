package org.imc.tests.library;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.imc.engine.workload.LoopBounds;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.Window;

/**
 * A layer of a network as others publish it.
 *
 * @param bounds the size of each loop dimension
 * @param window strides and stored input size
 * @param macs as the source counts them
 * @param weights as the source counts them
 */
public record PublishedLayer(LoopBounds bounds, Window window, long macs, long weights) {

  private static final String FILE = "mlperf-tiny-layers.csv";

  /** Return the layers of a network in its order. */
  public static List<PublishedLayer> of(String network) {
    List<String> lines = RepositoryFiles.data(FILE);
    List<String> names = List.of(lines.getFirst().split(","));
    return lines.stream()
        .map(line -> line.split(","))
        .filter(values -> values[0].equals(network))
        .map(values -> of(row(names, values)))
        .toList();
  }

  private static Map<String, Long> row(List<String> names, String[] values) {
    var row = new HashMap<String, Long>();
    for (int i = 1; i < values.length; i++) {
      row.put(names.get(i), Long.valueOf(values[i]));
    }
    return row;
  }

  /** The source calls the height X and the width Y. */
  private static PublishedLayer of(Map<String, Long> row) {
    var bounds = LoopBounds.of(Map.of(
        LoopDim.G, row.get("G"),
        LoopDim.K, row.get("K"),
        LoopDim.C, row.get("C"),
        LoopDim.OY, row.get("OX"),
        LoopDim.OX, row.get("OY"),
        LoopDim.FY, row.get("FX"),
        LoopDim.FX, row.get("FY")));
    var window = new Window(row.get("stride_X"), row.get("stride_Y"), 1, 1, row.get("IX"), row.get("IY"));
    return new PublishedLayer(bounds, window, row.get("macs"), row.get("weights"));
  }
}
