package org.imc.tests.server;

import static org.imc.tests.server.Conversation.get;
import static org.imc.tests.server.Conversation.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.imc.dsl.evaluation.StudyRunner;
import org.imc.dsl.ide.results.ResultLine;
import org.imc.dsl.report.Figures;
import org.imc.engine.Cancellation;
import org.imc.engine.Engine;
import org.imc.engine.Progress;
import org.imc.engine.result.Evaluation;
import org.imc.tests.language.Language;
import org.junit.jupiter.api.Test;

class EvaluatingTest extends InConversation {

  @Test
  void figuresAndLensesAreThoseOfTheOneEntryOfAllHosts() throws IOException {
    String uri = open(Texts.SMALL);
    assertEquals("Evaluate", lens(uri).getCommand().getTitle());
    Evaluation expected = evaluate(uri, Texts.SMALL);

    var answer = (Map<?, ?>) ((List<?>) get(command("imc.evaluate", uri, 0))).get(0);

    assertEquals(expected.energy().totalPj(), answer.get("energyPj"));
    assertEquals(expected.latencyNs(), answer.get("latencyNs"));
    assertEquals(expected.area().totalMm2(), answer.get("areaMm2"));
    assertEquals(expected.topsPerWatt(), answer.get("topsPerWatt"));
    editor.client().lensRefreshes(1);
    assertEquals(ResultLine.of(expected), lens(uri).getCommand().getTitle());
    assertTrue(ResultLine.of(expected).matches("\\S+ TOPS/W \\(peak \\S+, \\S+–\\S+\\) · \\S+ mm² · \\S+ [mµn]s · energy at "
        + "\\S+ % of optimum bound"),
        () -> ResultLine.of(expected));
    double share = 100 * expected.energyBoundPj() / expected.energy().totalPj();
    assertTrue(ResultLine.of(expected).contains("energy at " + Figures.plain(share) + " % of optimum bound"),
        () -> ResultLine.of(expected));
  }

  @Test
  void aClaimSaysWhetherItHoldsOnceAllQuestionsAreAnswered() throws IOException {
    String uri = open(Texts.SMALL + "claim \"c\" { expect energy of Small on Tiny < 1 pJ expect area of Small on Tiny < 1 mm2 }\n");
    assertEquals("Evaluate all to see whether it holds", lens(uri, 1).getCommand().getTitle());

    get(command("imc.evaluate", uri));

    editor.client().lensRefreshes(1);
    assertEquals("does not hold (1 of 2)", lens(uri, 1).getCommand().getTitle());
  }

  @Test
  void progressIsTold() throws IOException {
    String uri = open(Texts.SMALL);

    get(command("imc.evaluate", uri, 0));

    var told = editor.client().progress(all -> !all.isEmpty()
        && all.get(all.size() - 1).getValue().getLeft() instanceof WorkDoneProgressEnd);
    var begin = (WorkDoneProgressBegin) told.get(0).getValue().getLeft();
    assertEquals("Evaluating Small on Tiny, minimising energy", begin.getTitle());
  }

  @Test
  void anEditThatChangesTheQuestionTakesTheAnswerAwayAndACommentDoesNot() throws IOException {
    String uri = open(Texts.SMALL);
    get(command("imc.evaluate", uri, 0));
    String answered = lens(uri).getCommand().getTitle();

    editor.change(uri, "// a remark\n" + Texts.SMALL);
    assertEquals(answered, lens(uri).getCommand().getTitle());
    editor.change(uri, Texts.SMALL.replace("minimising energy", "minimising latency"));
    assertEquals("Evaluate", lens(uri).getCommand().getTitle());
  }

  @Test
  void aLayerThatDoesNotFitIsMarked() throws IOException {
    String text = Texts.SMALL.replace("size 8 MiB", "size 64 bit");
    String uri = open(text);
    int checked = editor.client().diagnostics(uri, all -> true).size();

    get(command("imc.evaluate", uri, 0));

    List<Diagnostic> found = editor.client().diagnostics(uri, all -> all.size() > checked);
    assertTrue(found.stream().anyMatch(issue -> issue.getMessage().getLeft().contains("Memory 'dram' holds 64 bits")), found::toString);
    editor.change(uri, Texts.SMALL);
    editor.client().diagnostics(uri, List::isEmpty);
  }

  @Test
  void aFileWithErrorsIsNotEvaluated() throws IOException {
    String uri = open(Texts.SMALL.replace("rows 64", "rows 0"));

    ExecutionException refused = assertThrows(ExecutionException.class,
        () -> command("imc.evaluate", uri, 0).get(60, TimeUnit.SECONDS));

    assertEquals("'tiny.imc' has errors. Maybe mend them first.",
        ((ResponseErrorException) refused.getCause()).getResponseError().getMessage());
    assertEquals("Mend the errors to evaluate", lens(uri).getCommand().getTitle());
  }

  @Test
  void evaluationsCanBeCancelled() throws Exception {
    String uri = open(Texts.LONG);
    CompletableFuture<Object> answer = command("imc.evaluate", uri, 0);
    editor.client().progress(all -> !all.isEmpty());

    assertEquals(1, ((Number) get(command("imc.cancel", uri))).intValue());

    Throwable end = assertThrows(Exception.class, () -> answer.get(60, TimeUnit.SECONDS));
    assertTrue(end instanceof CancellationException || end.getCause() instanceof ResponseErrorException, end::toString);
    assertEquals("Evaluate", lens(uri).getCommand().getTitle());
  }

  private String open(String text) throws IOException {
    String uri = Conversation.write(folder, "tiny.imc", text);
    editor.initialize(folder);
    editor.openAndCheck(uri, text);
    return uri;
  }

  private CompletableFuture<Object> command(String name, Object... arguments) {
    return editor.server().getWorkspaceService().executeCommand(new ExecuteCommandParams(name, List.of(arguments)));
  }

  private CodeLens lens(String uri) {
    return lens(uri, 0);
  }

  private CodeLens lens(String uri, int index) {
    return get(editor.server().getTextDocumentService().codeLens(new CodeLensParams(id(uri)))).get(index);
  }

  private static Evaluation evaluate(String uri, String text) throws IOException {
    var runner = Language.get(StudyRunner.class);
    return runner.evaluate(runner.lower(Problems.parse(uri, text)).get(0), Engine.withThreads(1),
        Progress.NONE, Cancellation.NEVER).evaluation();
  }
}
