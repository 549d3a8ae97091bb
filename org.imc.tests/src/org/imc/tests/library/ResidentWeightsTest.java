package org.imc.tests.library;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.xtext.resource.XtextResource;
import org.imc.dsl.chart.StackedBars;
import org.imc.dsl.evaluation.SourceFiles;
import org.imc.dsl.evaluation.StudyRunner;
import org.imc.dsl.lowering.LoweredStudy;
import org.imc.dsl.report.Figures;
import org.imc.engine.Cancellation;
import org.imc.engine.Engine;
import org.imc.engine.Progress;
import org.imc.engine.result.Component;
import org.imc.engine.result.EnergyBreakdown;
import org.imc.engine.result.Evaluation;
import org.imc.engine.workload.MacLayer;
import org.imc.tests.language.Language;
import org.junit.jupiter.api.Test;

/** What weights that stay in the cells save on the example's chip, as docs/model.md says it. */
class ResidentWeightsTest {

  private static final Path DOCS = RepositoryFiles.README.resolveSibling("docs");

  /** Return the answers for a network with weights that are loaded, and with weights that stay, one after the other. */
  private static List<Evaluation> answers() throws IOException {
    StudyRunner runner = Language.get(StudyRunner.class);
    List<Path> example = List.of(RepositoryFiles.EXAMPLES.resolve("resident-weights"));
    XtextResource file = Language.get(SourceFiles.class).read(example).named().get(0);
    var answers = new ArrayList<Evaluation>();
    for (LoweredStudy study : runner.lower(file)) {
      answers.add(runner.evaluate(study, Engine.withThreads(2), Progress.NONE, Cancellation.NEVER).evaluation());
    }
    return answers;
  }

  private static String row(Evaluation loaded, Evaluation stays) {
    long all = loaded.layers().stream().filter(layer -> layer.layer() instanceof MacLayer).count();
    return "| %s | %d of %d | %s | %s | %s | %s | %s |".formatted(loaded.study().network().name(),
        stays.residence().residents().size(), all, Figures.energy(loaded.energy().totalPj()),
        Figures.energy(stays.singleShot().energyPj()), Figures.energy(stays.energy().totalPj()),
        Figures.time(loaded.latencyNs()), Figures.time(stays.latencyNs()));
  }

  private static StackedBars.Bar bar(Evaluation answer, String how) {
    EnergyBreakdown energy = answer.energy();
    double writes = energy.pj(Component.WEIGHT_WRITE);
    double memory = energy.memoryPj("dram");
    double array = energy.arrayPj() - writes;
    return new StackedBars.Bar("%s, %s".formatted(answer.study().network().name(), how),
        List.of(array, energy.totalPj() - array - writes - memory, writes + memory), Figures.energy(energy.totalPj()));
  }

  private static List<StackedBars.Bar> bars(List<Evaluation> answers) {
    return IntStream.range(0, answers.size())
        .mapToObj(i -> bar(answers.get(i), i % 2 == 0 ? "loaded" : "resident")).toList();
  }

  @Test
  void theDocumentShowsWhatTheExampleAnswers() throws IOException {
    List<Evaluation> answers = answers();
    String document = Files.readString(DOCS.resolve("model.md"));
    for (int i = 0; i < answers.size(); i += 2) {
      Evaluation loaded = answers.get(i);
      Evaluation stays = answers.get(i + 1);
      assertTrue(stays.isComplete() && stays.isProven(), stays.study().network().name());
      assertTrue(stays.energy().totalPj() < loaded.energy().totalPj());
      assertTrue(stays.singleShot().energyPj() >= loaded.energy().totalPj() * (1 - 1e-9));
      assertTrue(document.contains(row(loaded, stays)), () -> "docs/model.md should say\n" + row(loaded, stays));
    }
    String figure = Files.readString(DOCS.resolve("resident-weights.svg"));
    for (int i = 0; i < answers.size(); i++) {
      StackedBars.Bar bar = bars(answers).get(i);
      assertTrue(figure.contains(bar.label()) && figure.contains(bar.total()), bar::toString);
    }
  }

  /** Write the figure anew. */
  public static void main(String[] arguments) throws IOException {
    Files.writeString(DOCS.resolve("resident-weights.svg"), new StackedBars(
        "Energy of an inference on 4 macros of 256 Kibit", List.of("array", "activations", "weights"), bars(answers())).svg() + "\n");
  }
}
