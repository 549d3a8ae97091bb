package org.imc.tests.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.IGrammarAccess;
import org.imc.dsl.evaluation.Problem;
import org.imc.dsl.evaluation.StudyRunner;
import org.imc.dsl.lowering.LoweredStudy;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Network;
import org.imc.onnx.ImportOptions;
import org.imc.onnx.ImportedNetwork;
import org.imc.tests.language.Language;

/** Looks at imported networks as a user's file would use them. */
final class Imports {

  static final ImportOptions OPTIONS =
      ImportOptions.usual(GrammarUtil.getAllKeywords(Language.get(IGrammarAccess.class).getGrammar()));

  private Imports() { }

  /** Assert that a network is text that we would ship: free of errors, and laid out. Return its layers, a line each. */
  static List<String> layers(ImportedNetwork imported) {
    assertEquals(List.of(), Language.problems(Language.parse(imported.text())).stream()
        .filter(Problem::isError).map(Problem::message).toList(), imported::text);
    assertEquals(imported.text(), Language.format(imported.text()));
    return imported.text().lines()
        .dropWhile(line -> !line.startsWith("  input"))
        .filter(line -> line.startsWith("  ") && !line.startsWith("  //"))
        .map(String::strip)
        .toList();
  }

  /** Return a network as the engine takes it. */
  static Network network(ImportedNetwork imported) {
    return study(imported).study().network();
  }

  /** Return the study of a network on a shipped chip. */
  static LoweredStudy study(ImportedNetwork imported) {
    String text = "import imc.chip.GuoISSCC2023\n%s\nevaluate %s on GuoISSCC2023 minimising energy\n"
        .formatted(imported.text(), imported.name());
    return Language.get(StudyRunner.class).lower(Language.parse(text)).getFirst();
  }

  /** Return the layers that multiply, in their order. */
  static List<MacLayer> macLayers(Network network) {
    return network.layers().stream().filter(MacLayer.class::isInstance).map(MacLayer.class::cast).toList();
  }
}
