package org.imc.dsl.ui.exploration;

import java.util.List;
import java.util.Set;
import org.imc.dsl.ide.exploration.Brush;
import org.imc.dsl.ide.exploration.LiveSweep.Found;
import org.imc.dsl.report.DesignAxis;
import org.imc.dsl.report.Explored;
import org.imc.engine.explore.Exploration;
import org.jspecify.annotations.Nullable;

/**
 * What table and plots show alike.
 *
 * @param exploration what is asked
 * @param found what was found
 * @param axes of all that was found
 * @param brush ranges that designs must lie in
 * @param shown those that do
 * @param selected one of them; null for none
 */
record DesignSelection(Exploration exploration, Found found, List<DesignAxis> axes, Brush brush, List<Explored.Priced> shown,
    Explored.@Nullable Priced selected) {

  static DesignSelection of(Exploration exploration, Found found, Brush brush, Explored.@Nullable Priced selected) {
    return new DesignSelection(exploration, found, DesignAxis.of(exploration, found.designs()), brush,
        found.designs().stream().filter(brush::keeps).toList(),
        selected != null && brush.keeps(selected) ? selected : null);
  }

  DesignSelection brushed(Brush next) {
    return new DesignSelection(exploration, found, axes, next, found.designs().stream().filter(next::keeps).toList(),
        selected != null && next.keeps(selected) ? selected : null);
  }

  DesignSelection selecting(Explored.@Nullable Priced next) {
    return new DesignSelection(exploration, found, axes, brush, shown, next);
  }

  boolean isBest(Explored.Priced design) {
    return front().contains(design.design().index());
  }

  Set<Long> front() {
    return found.front();
  }
}
