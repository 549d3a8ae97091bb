package org.imc.dsl.ide.server;

import java.util.Arrays;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/** Convert between offsets and the protocol's positions, for one text. Positions outside the text are moved into it. */
final class TextLines {

  private final String text;
  private final int[] starts;

  TextLines(String text) {
    this.text = text;
    this.starts = starts(text);
  }

  private static int[] starts(String text) {
    int[] starts = new int[16];
    int lines = 1;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      if (lines == starts.length) {
        starts = Arrays.copyOf(starts, 2 * lines);
      }
      starts[lines++] = i + 1;
    }
    return Arrays.copyOf(starts, lines);
  }

  String text() {
    return text;
  }

  int offset(Position position) {
    if (position.getLine() < 0) {
      return 0;
    }
    if (position.getLine() >= starts.length) {
      return text.length();
    }
    int start = starts[position.getLine()];
    int end = position.getLine() + 1 < starts.length ? starts[position.getLine() + 1] - 1 : text.length();
    return start + Math.clamp(position.getCharacter(), 0, end - start);
  }

  Position position(int offset) {
    int inside = Math.clamp(offset, 0, text.length());
    int found = Arrays.binarySearch(starts, inside);
    int line = found >= 0 ? found : -found - 2;
    return new Position(line, inside - starts[line]);
  }

  Range range(int offset, int length) {
    return new Range(position(offset), position(offset + length));
  }
}
