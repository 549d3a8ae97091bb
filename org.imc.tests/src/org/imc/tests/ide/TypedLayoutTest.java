package org.imc.tests.ide;

import static org.imc.tests.ide.EditorServices.get;
import static org.imc.tests.ide.EditorServices.liveFile;
import static org.imc.tests.ide.EditorServices.snapshot;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.imc.dsl.ide.formatting.SpaceEdits.SpaceEdit;
import org.imc.dsl.ide.formatting.TypedLayout;
import org.junit.jupiter.api.Test;

class TypedLayoutTest {

  @Test
  void aLineEndLaysOutTheLineBeforeAndIndentsTheNext() {
    assertEquals("digital macro M {\n  rows 64\n  \n}\n",
        typed("digital macro M {\nrows    64\n|\n}\n", TypedLayout.LINE_END));
  }

  @Test
  void aLineEndIndentsByBracesWhereTheTextDoesNotParse() {
    assertEquals("architecture A {\n  memory sram {\n    \n",
        typed("architecture A {\n  memory sram {\n|\n", TypedLayout.LINE_END));
  }

  @Test
  void aLineEndBeforeAClosingBracePutsItUnderItsBlock() {
    assertEquals("architecture A {\n  memory sram {\n  }\n",
        typed("architecture A {\n  memory sram {\n|}\n", TypedLayout.LINE_END));
  }

  @Test
  void aLineEndBehindALineCommentIndentsTheNextLine() {
    assertEquals("digital macro M {\n  // rows\n  \n}\n",
        typed("digital macro M {\n  // rows\n|\n}\n", TypedLayout.LINE_END));
  }

  @Test
  void aBraceLaysOutTheBlockThatItClosesAndNothingElse() {
    assertEquals("digital   macro N {\n}\ndigital macro M {\n  rows 64\n}\ndigital   macro O {\n}\n",
        typed("digital   macro N {\n}\ndigital macro M {\nrows   64\n  }|\ndigital   macro O {\n}\n", TypedLayout.BRACE));
  }

  @Test
  void aBraceIsPutUnderItsBlockWhereTheTextDoesNotParse() {
    assertEquals("architecture A {\n  memory sram {\n    size\n  }",
        typed("architecture A {\n  memory sram {\n    size\n    }|", TypedLayout.BRACE));
  }

  @Test
  void commentsAndTextsAreLeftAlone() {
    for (String marked : List.of("/* a\n|*/", "// }|", "network n {\n    source \"}|\"\n}")) {
      String typed = marked.charAt(marked.indexOf('|') - 1) == '}' ? TypedLayout.BRACE : TypedLayout.LINE_END;
      assertEquals(marked.replace("|", ""), typed(marked, typed));
    }
  }

  private static String typed(String marked, String typed) {
    int offset = marked.indexOf('|');
    String text = marked.replace("|", "");
    var edits = new ArrayList<SpaceEdit>(liveFile().read(snapshot(text),
        file -> get(TypedLayout.class).after(file, offset, typed)));
    edits.sort(Comparator.comparingInt(SpaceEdit::offset).reversed());
    String result = text;
    for (SpaceEdit edit : edits) {
      result = result.substring(0, edit.offset()) + edit.text() + result.substring(edit.offset() + edit.length());
    }
    return result;
  }
}
