package org.imc.dsl.ui.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.imc.dsl.chart.Drawing;
import org.imc.dsl.chart.Drawing.Shape;
import org.imc.engine.cost.MappingUse;
import org.imc.engine.mapping.Mapping;
import org.imc.engine.result.LayerEvaluation;
import org.imc.engine.result.LevelUse;

/** Draws the mapping of a layer in three columns, as the view is low and wide: the loops, the memories, the time. */
final class MappingDrawing {

  private static final double MARGIN = 12;
  private static final double GAP = 36;

  private MappingDrawing() { }

  /** Return the drawing of a mapped layer; nothing for one that is only moved through the memories. */
  static Optional<Drawing> of(LayerEvaluation layer) {
    Mapping mapping = layer.mapping();
    List<LevelUse> levels = MappingUse.of(layer);
    if (mapping == null || levels.isEmpty()) {
      return Optional.empty();
    }
    var nest = new NestDrawing(mapping, levels, MARGIN, MARGIN);
    List<Shape> shapes = new ArrayList<>(nest.shapes());
    double left = MARGIN + NestDrawing.width() + GAP;
    var bars = new LevelBars(left, MARGIN);
    shapes.addAll(bars.levels(levels, layer.latency()));
    left += LevelBars.levelsWidth() + GAP;
    var time = new LevelBars(left, MARGIN);
    shapes.addAll(time.time(layer.latency()));
    double bottom = Math.max(MARGIN + nest.height(), Math.max(bars.bottom(), time.bottom()));
    return Optional.of(new Drawing("Mapping of " + layer.layer().name(), left + LevelBars.timeWidth() + MARGIN, bottom + MARGIN, shapes));
  }
}
