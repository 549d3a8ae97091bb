package org.imc.dsl.ide.server;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.emf.common.util.URI;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.xtext.ide.server.concurrent.IRequestManager;
import org.eclipse.xtext.resource.XtextResource;
import org.imc.dsl.evaluation.StudyRunner;
import org.imc.dsl.ide.results.StudyResults;
import org.imc.dsl.lowering.LoweredStudy;
import org.imc.engine.Engine;
import org.imc.engine.Study;
import org.imc.engine.result.Evaluation;

/**
 * Evaluate studies in the background: lower them while the model is held still, let go, search, publish.
 *
 * <p>One at a time: the engine itself uses all processors.
 */
@Singleton
final class Evaluations {

  private final ExecutorService worker = Executors.newSingleThreadExecutor(Session.daemons("imc-lsp-evaluate"));
  private final List<Run> runs = new CopyOnWriteArrayList<>();

  @Inject private IRequestManager requests;
  @Inject private ImcWorkspace workspace;
  @Inject private StudyRunner runner;
  @Inject private FileStudies studies;
  @Inject private StudyResults results;

  /** A request to evaluate, under way or waiting. */
  private static final class Run {

    private final URI file;
    private final List<Study> questions;
    private final WorkProgress progress;
    private final CompletableFuture<List<StudyAnswer>> answer = new CompletableFuture<>();
    private volatile boolean cancelled;

    Run(URI file, List<Study> questions, WorkProgress progress) {
      this.file = file;
      this.questions = questions;
      this.progress = progress;
      answer.whenComplete((done, fault) -> cancelled = true); // whoever asked may cancel the answer itself
    }
  }

  /** A study and its place among those of its file. */
  private record Question(int index, LoweredStudy lowered) { }

  /**
   * Evaluate one study of a file, or all.
   *
   * @param index from 0; empty for all
   * @param begin makes the progress for a title
   * @param published told when there are new results to show
   * @return the answers; cancelling it cancels the evaluation
   */
  CompletableFuture<List<StudyAnswer>> evaluate(URI file, Optional<Integer> index,
      Function<String, WorkProgress> begin, Runnable published) {
    var answer = new CompletableFuture<List<StudyAnswer>>();
    CompletableFuture<List<Question>> lowered = requests.runRead(cancellation ->
        workspace.doRead(file, (document, resource) -> questions(resource, index)));
    lowered.whenComplete((questions, fault) -> {
      if (fault != null) {
        answer.completeExceptionally(fault);
      } else if (!answer.isDone()) {
        start(file, questions, begin, published, answer);
      }
    });
    return answer;
  }

  private List<Question> questions(XtextResource resource, Optional<Integer> index) {
    if (resource == null) {
      throw refusal("There is no such file.");
    }
    int count = studies.count(resource);
    if (count == 0) {
      throw refusal("There is nothing to evaluate. Maybe add 'evaluate NETWORK on ARCHITECTURE minimising energy'.");
    }
    if (index.isPresent() && (index.get() < 0 || index.get() >= count)) {
      throw refusal("There is no study %d; the file has %d, counted from 0.".formatted(index.get(), count));
    }
    studies.faulty(resource).ifPresent(faulty -> {
      throw refusal("'%s' has errors. Maybe mend them first.".formatted(URI.decode(faulty.lastSegment())));
    });
    List<LoweredStudy> all = runner.lower(resource);
    var asked = new ArrayList<Question>();
    for (int i = 0; i < all.size(); i++) {
      if (index.isEmpty() || index.get() == i) {
        asked.add(new Question(i, all.get(i)));
      }
    }
    return asked;
  }

  private static ResponseErrorException refusal(String message) {
    return new ResponseErrorException(new ResponseError(ResponseErrorCode.RequestFailed, message, null));
  }

  private void start(URI file, List<Question> questions, Function<String, WorkProgress> begin,
      Runnable published, CompletableFuture<List<StudyAnswer>> answer) {
    String title = questions.size() == 1
        ? "Evaluating " + questions.get(0).lowered().title()
        : "Evaluating %d studies".formatted(questions.size());
    var run = new Run(file, questions.stream().map(question -> question.lowered().study()).toList(), begin.apply(title));
    runs.add(run);
    answer.whenComplete((done, fault) -> run.answer.cancel(false));
    run.answer.whenComplete((done, fault) -> {
      runs.remove(run);
      published.run();
      run.progress.end(fault == null ? "Done" : "Cancelled");
      if (fault == null) {
        answer.complete(done);
      } else {
        answer.completeExceptionally(fault);
      }
    });
    worker.execute(() -> work(run, questions));
  }

  private void work(Run run, List<Question> questions) {
    try {
      var answers = new ArrayList<StudyAnswer>();
      for (Question question : questions) {
        answers.add(StudyAnswer.of(question.index(), question.lowered(), evaluation(run, question.lowered())));
      }
      publishFindings(run.file).whenComplete((done, fault) -> run.answer.complete(answers));
    } catch (CancellationException e) {
      run.answer.cancel(false);
    } catch (RuntimeException | Error e) { // the client waits for an answer, whatever it is
      run.answer.completeExceptionally(e);
    }
  }

  private Evaluation evaluation(Run run, LoweredStudy lowered) {
    Optional<Evaluation> known = results.answer(lowered.study());
    if (known.isPresent()) {
      return known.get();
    }
    Evaluation evaluation = runner.evaluate(lowered, Engine.onAllProcessors(), run.progress, () -> run.cancelled)
        .evaluation();
    results.put(evaluation);
    return evaluation;
  }

  private CompletableFuture<Boolean> publishFindings(URI file) {
    return requests.runRead(cancellation -> workspace.doRead(file, (document, resource) -> {
      if (resource != null) {
        studies.publishFindings(resource);
      }
      return true;
    }));
  }

  /** Cancel what is under way; of one file, if one is named. Return how much that was. */
  int cancel(Optional<URI> file) {
    return cancel(run -> file.isEmpty() || run.file.equals(file.get()));
  }

  /** Cancel what a client shows under a token. */
  void cancel(Either<String, Integer> token) {
    cancel(run -> token.equals(run.progress.token()));
  }

  /** Cancel evaluations of a file whose questions are no longer asked there. */
  void keepOnly(URI file, List<Study> asked) {
    cancel(run -> run.file.equals(file) && !asked.containsAll(run.questions));
  }

  private int cancel(Predicate<Run> which) {
    List<Run> found = runs.stream().filter(which).toList();
    found.forEach(run -> run.answer.cancel(false));
    return found.size();
  }

  /** Return the files of which something is under way. */
  List<URI> files() {
    return runs.stream().map(run -> run.file).distinct().toList();
  }

  /** Return the study whose answer is being looked for. */
  boolean isUnderWay(Study study) {
    return runs.stream().anyMatch(run -> run.questions.contains(study));
  }

  void stop() {
    cancel(Optional.empty());
    worker.shutdownNow();
  }
}
