package org.imc.engine.cost;

import java.util.NavigableMap;
import java.util.TreeMap;
import org.imc.engine.arch.NodeScaling;

/**
 * SRAM of any size, word and node: the rules of the source model around {@link SramTable}.
 *
 * <p>Shape: words of more than 32 bits are words of 32 bits side by side, with the same rows. 28 nm is 32 nm x 0.81.
 * Between two nodes each figure is a power of the node; below 22 nm it follows {@link NodeScaling}: energy as capacitance,
 * time as the delay of gates, area as that of bit cells. Cells drawn to the rules of logic take twice the area.
 * <p>Units: pJ per access, mm², ns.
 * <p>Limits: {@link #LEAST_NODE_NM} to {@link #MOST_NODE_NM}, {@link #LEAST_ROWS} to {@link #MOST_ROWS} (fewer for words
 * under 32 bits, {@link #MOST_NARROW_ROWS}), words of at least {@link #LEAST_WIDTH} bits. Other sizes are extrapolated as
 * {@link SramTable} says; a word of fewer bits is read as one of 8. CACTI's own supply, one port.
 * <p>Errors: {@link IllegalArgumentException} naming what is not positive.
 * <p>Source: released zigzag-imc (df34a6f) for the table's settings, the wide words, 28 nm and the area of logic rules;
 * interpolation and the nodes below 22 nm are this project's.
 */
public final class SramModel {

  public static final double LEAST_NODE_NM = 22;
  public static final double MOST_NODE_NM = 90;
  public static final int LEAST_WIDTH = 8;
  public static final long LEAST_ROWS = 32;
  public static final long MOST_ROWS = 262_144;
  public static final long MOST_NARROW_ROWS = 16_384;

  /** Widest word in the table, bits. */
  public static final int TABLE_WIDTH = 32;

  /** Time, area and energy at 28 nm over those at 32 nm. Source: zigzag-imc, 0.9². */
  static final double FROM_32_TO_28 = 0.81;

  /** Area of cells drawn to logic rules over compact ones. Source: zigzag-imc. */
  public static final double LOGIC_CELL_AREA = 2;

  /** Nodes that are known, each with the table's node that it is made from and the factor on it. */
  private static final NavigableMap<Double, Anchor> ANCHORS = new TreeMap<>();

  private record Anchor(double tableNm, double factor) { }

  static {
    for (double node : new double[] {22, 32, 45, 65, 90}) {
      ANCHORS.put(node, new Anchor(node, 1));
    }
    ANCHORS.put(28.0, new Anchor(32, FROM_32_TO_28));
  }

  private SramModel() { }

  /** Return the rows of a memory whose words have so many bits. */
  public static double rows(long bits, double widthBits) {
    return bits / Math.max(widthBits, LEAST_WIDTH);
  }

  /**
   * Return the figures of a memory.
   *
   * @param bits size
   * @param widthBits bits of a word, which an access reads or writes
   * @param nodeNm node
   * @param logicCells whether cells are drawn to the rules of logic, as in the source, and not to those of compact cells
   */
  public static SramFigures of(long bits, double widthBits, double nodeNm, boolean logicCells) {
    if (!(bits > 0 && widthBits > 0 && nodeNm > 0)) { // also refuses NaN
      throw new IllegalArgumentException("A memory of %d bits in words of %s bits at %s nm cannot be. All must be positive."
          .formatted(bits, widthBits, nodeNm));
    }
    SramFigures figures = atNode(nodeNm, widthBits, rows(bits, widthBits));
    return logicCells ? figures.times(1, LOGIC_CELL_AREA, 1) : figures;
  }

  private static SramFigures atNode(double nodeNm, double widthBits, double rows) {
    if (nodeNm < LEAST_NODE_NM) {
      var scaling = new NodeScaling(LEAST_NODE_NM, nodeNm);
      return atAnchor(LEAST_NODE_NM, widthBits, rows)
          .times(scaling.capacitance(), scaling.cellArea(), scaling.gateDelay());
    }
    double low = ANCHORS.floorKey(nodeNm);
    if (low == nodeNm) {
      return atAnchor(low, widthBits, rows);
    }
    if (low == ANCHORS.lastKey()) {
      low = ANCHORS.lowerKey(low);
    }
    double high = ANCHORS.higherKey(low);
    return atAnchor(low, widthBits, rows)
        .towards(atAnchor(high, widthBits, rows), SramTable.share(nodeNm, low, high));
  }

  private static SramFigures atAnchor(double nodeNm, double widthBits, double rows) {
    Anchor anchor = ANCHORS.get(nodeNm);
    double inTable = Math.clamp(widthBits, LEAST_WIDTH, TABLE_WIDTH);
    double abreast = Math.max(1, widthBits / TABLE_WIDTH);
    return SramTable.INSTANCE.at(anchor.tableNm(), inTable, rows)
        .times(anchor.factor() * abreast, anchor.factor() * abreast, anchor.factor());
  }
}
