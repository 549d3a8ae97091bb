package org.imc.engine.result;

import java.util.Locale;
import org.imc.engine.workload.Operand;

/**
 * A stream of words of one operand through a port of one memory level.
 *
 * @param level the memory's name
 * @param operand whose words
 * @param direction read out of, or written into, the level
 */
public record Transfer(String level, Operand operand, Direction direction) {

  /** Seen from the memory. */
  public enum Direction {
    READ, WRITE
  }

  @Override
  public String toString() {
    return "%s %s %s".formatted(
        level, direction.name().toLowerCase(Locale.ROOT), operand.name().toLowerCase(Locale.ROOT));
  }
}
