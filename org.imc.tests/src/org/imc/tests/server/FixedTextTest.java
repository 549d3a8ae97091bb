package org.imc.tests.server;

import static org.imc.tests.server.Conversation.get;
import static org.imc.tests.server.Conversation.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What quick fixes make of a text, to the character. */
class FixedTextTest extends InConversation {

  private static final String RIGHT = "language 1\n\n" + Texts.SMALL + """

      digital macro Wide extends Array {
        columns 128
      }

      block Scaled {
        parameter width = 8
        input x
        dense a from x {
          units width
        }
      }

      network Deep {
        weight 8 bit
        activation 8 bit
        input x 16
        use Scaled first from x {
          parameter width = 16
        }
        dense left from first {
          units 8
        }
        add sum from left, first
      }

      mapping Fixed for Small on Tiny {
        layer fc {
          columns K 8
          loops C 2, any
          memory input_register {
            inputs C 2
          }
        }
      }

      explore Sizes {
        networks Small
        architectures Tiny
        rows in 8 .. 13
        minimising energy
        budget 6
      }

      chip Own {
        source "nobody"
        macro Array
        reported {
          efficiency 15 TOPS/W
        }
      }
      """;


  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "language 1 | language 3 | language.version | Change to '1' | language 1",
    "rows 64\\n | rows 64\\n  parameter spare = 3\\n | parameter.unused | Remove this parameter | rows 64\\n",
    "parameter width = 16 | parameter widh = 16 | parameter.unknown | Change to 'width' | parameter width = 16",
    "digital macro Array { | digital macro Array extends Wide { | extends.circle | Remove 'extends Wide' "
        + "| digital macro Array {",
    "digital macro Wide | analog macro Wide | macro.base | Change to 'digital macro' | digital macro Wide",
    "digital macro Wide extends Array | analog macro Wide extends Array | macro.base | Remove 'extends Array' "
        + "| analog macro Wide",
    "}\\n  add sum | }\\n  dense lost from x {\\n    units 8\\n  }\\n  add sum | layer.unread | Remove this layer "
        + "| }\\n  add sum",
    "input x 16\\n  use | input x 16\\n  input y 16\\n  use | layer.unread | Remove this input | input x 16\\n  use",
    "from left, first | from left, first, left | layer.reads-twice | Remove the second one | from left, first",
    "serves inputs, outputs | serves inputs, outputs, inputs | memory.operand-twice | Remove the second one "
        + "| serves inputs, outputs",
    "layer fc { | layer fc, fc { | mapping.layer | Remove it here | layer fc {",
    "loops C 2, any | loops any, C 2, any | mapping.any | Remove 'any' | loops any, C 2",
    "inputs C 2 | inputs K 2, C 2 | mapping.irrelevant | Remove 'K 2' | inputs C 2",
    "inputs C 2\\n | inputs C 2\\n      outputs any\\n | mapping.any | Remove 'outputs' | inputs C 2\\n",
    "inputs C 2\\n | inputs C 2\\n      weights C 2\\n | mapping.level | Remove 'weights' | inputs C 2\\n",
    "evaluate Small on Tiny minimising energy | evaluate Deep on Tiny minimising energy with Fixed | study.mapping "
        + "| Evaluate what mapping 'Fixed' is for | evaluate Small on Tiny minimising energy with Fixed",
    "evaluate Small on Tiny minimising energy | evaluate Deep on Tiny minimising energy with Fixed | study.mapping "
        + "| Remove 'with Fixed' | evaluate Deep on Tiny minimising energy",
    "macro Array\\n  reported {\\n    efficiency 15 TOPS/W\\n  }\\n} | macro Array\\n} | property.missing "
        + "| Add 'reported' | macro Array\\n  reported {\\n    efficiency 15 TOPS/W\\n  }\\n}",
    "source \"nobody\"\\n  macro Array\\n  reported {\\n    efficiency 15 TOPS/W\\n  }\\n} "
        + "| macro Array\\n  reported {\\n    efficiency 15 TOPS/W\\n  }\\n} | property.missing "
        + "| Add 'source \"where it is published\"' "
        + "| macro Array\\n  reported {\\n    efficiency 15 TOPS/W\\n  }\\n  source \"where it is published\"\\n}",
    "minimising energy\\n  budget 6 | minimising energy\\n  budget 5 | explore.budget | Set 'budget' to 6 "
        + "| minimising energy\\n  budget 6",
    "rows in 8 .. 13\\n | rows in 8 .. 13\\n  rows in { 5 }\\n | explore.axis-twice | Remove this axis "
        + "| rows in 8 .. 13\\n",
    "rows in 8 .. 13\\n | rows in 8 .. 13\\n  adc columns in { 1 }\\n | explore.axis | Remove this axis "
        + "| rows in 8 .. 13\\n",
    "networks Small\\n | networks Small, Small\\n | explore.value-twice | Remove the second one | networks Small\\n",
    "reported {\\n    efficiency 15 TOPS/W\\n  } | reported {\\n  } | chip.unreported | Add 'efficiency 15 TOPS/W' "
        + "| reported {\\n    efficiency 15 TOPS/W\\n  }",
    "reported {\\n    efficiency 15 TOPS/W\\n  } | reported {\\n    efficiency 15 TOPS/W\\n  }\\n  reported {\\n  } "
        + "| chip.unreported | Remove 'reported' | reported {\\n    efficiency 15 TOPS/W\\n  }",
  })
  void aFixMendsTheTextAndItsIssueIsGone(String right, String wrong, String code, String title, String mended)
      throws IOException {
    String text = with(right, wrong);
    String uri = Conversation.write(folder, "tiny.imc", text);
    editor.initialize(folder);
    Diagnostic found = editor.openAndCheck(uri, text).stream().filter(issue -> isOf(issue, code)).findFirst()
        .orElseThrow(() -> new AssertionError("not reported: " + code));

    List<CodeAction> offered = get(editor.server().getTextDocumentService().codeAction(
        new CodeActionParams(id(uri), found.getRange(), new CodeActionContext(List.of(found))))).stream()
        .map(action -> action.getRight())
        .toList();
    CodeAction fix = offered.stream().filter(action -> action.getTitle().equals(title)).findFirst()
        .orElseThrow(() -> new AssertionError("offered: " + offered.stream().map(CodeAction::getTitle).toList()));
    String after = Conversation.apply(text, fix.getEdit().getChanges().get(uri));

    assertEquals(with(right, mended), after);
    editor.change(uri, after);
    editor.client().diagnostics(uri, all -> all.stream().noneMatch(issue -> isOf(issue, code)));
  }

  private static boolean isOf(Diagnostic issue, String code) {
    return issue.getCode().getLeft().equals(code);
  }

  private static String with(String right, String other) {
    assertTrue(RIGHT.contains(lines(right)), right);
    return RIGHT.replace(lines(right), lines(other));
  }

  private static String lines(String text) {
    return text.replace("\\n", "\n");
  }
}
