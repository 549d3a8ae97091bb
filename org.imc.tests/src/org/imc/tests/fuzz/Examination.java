package org.imc.tests.fuzz;

import com.google.inject.Inject;
import com.google.inject.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.imc.dsl.evaluation.Problem;
import org.imc.dsl.evaluation.StudyRunner;
import org.imc.dsl.formatting2.SourceFormatter;
import org.imc.dsl.ide.live.Analysis;
import org.imc.dsl.ide.live.LiveFile;
import org.imc.dsl.ide.live.Snapshot;
import org.imc.dsl.ide.live.SourceSets;
import org.imc.dsl.ide.live.SourceText;
import org.imc.dsl.library.Library;
import org.imc.dsl.lowering.LoweredStudy;

/**
 * Hold the language to what must be true of every document: nothing throws; every problem has a place, a code and
 * words; checking is repeatable; formatting keeps the meaning and is a fixed point; a document without errors lowers; an
 * edit leaves the same model behind as opening the file afresh.
 */
final class Examination {

  private static final int MAX_MESSAGE = 1_000;

  @Inject private SourceSets sets;
  @Inject private StudyRunner runner;
  @Inject private SourceFormatter formatter;
  @Inject private Provider<LiveFile> liveFiles;
  @Inject private EditorExamination editor;
  @Inject private ChangeExamination changes;
  @Inject private AnswerExamination answers;

  /**
   * Examine a document.
   *
   * @param dice decides where the cursor stands, and which of the slower claims are put to the test
   * @throws Fault when a claim fails
   */
  void examine(Document document, Dice dice) {
    XtextResource file = load(document);
    List<Problem> problems = problems(file);
    checkPlaces(problems, document.text());
    if (dice.oneIn(5)) {
      checkRepeatable(problems, document);
    }
    checkFormatting(file, problems, document, dice);
    List<LoweredStudy> studies = checkLowering(file, problems);
    if (!studies.isEmpty() && dice.oneIn(8)) {
      claim("a lowered study can be evaluated", () -> {
        answers.examine(file, studies);
        return studies;
      });
    }
    if (!hasErrors(file, problems) && dice.oneIn(3)) {
      claim("explorations can be swept", () -> {
        runner.explorations(file).forEach(answers::examine);
        return file;
      });
    }
    if (dice.oneIn(6)) {
      editor.examine(snapshot(document), dice);
    }
    if (dice.oneIn(6)) {
      changes.examine(snapshot(document), problems, dice);
    }
    if (dice.oneIn(8)) {
      checkEdit(document, dice);
    }
  }

  private XtextResource load(Document document) {
    return claim("every text can be parsed", () -> sets.load(sources(document)).getFirst());
  }

  private List<Problem> problems(XtextResource file) {
    return claim("every text can be checked", () -> runner.check(file, CancelIndicator.NullImpl));
  }

  private static void checkPlaces(List<Problem> problems, String text) {
    NavigableMap<Integer, Integer> lines = lines(text);
    for (Problem problem : problems) {
      checkPlace(problem, text);
      checkLineAndColumn(problem, lines);
    }
  }

  private static void checkPlace(Problem problem, String text) {
    int end = problem.offset() + problem.length();
    if (problem.offset() < 0 || problem.length() < 0 || end > text.length()) {
      throw new Fault("every problem stands inside the text", "%s in %d characters".formatted(problem, text.length()));
    }
    if (problem.code().isBlank() || problem.message().isBlank() || problem.message().length() > MAX_MESSAGE) {
      throw new Fault("every problem has a code and words", problem.toString());
    }
  }

  private static void checkLineAndColumn(Problem problem, NavigableMap<Integer, Integer> lines) {
    var line = lines.floorEntry(problem.offset());
    if (problem.line() != line.getValue() || problem.column() != problem.offset() - line.getKey() + 1) {
      throw new Fault("line and column are those of the offset",
          "%s is at %d:%d".formatted(problem, line.getValue(), problem.offset() - line.getKey() + 1));
    }
  }

  /** Return the numbers of the lines by their first characters. Line ends are those of Windows, Unix and old Macs. */
  private static NavigableMap<Integer, Integer> lines(String text) {
    var lines = new TreeMap<>(Map.of(0, 1));
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')) {
        lines.put(i + 1, lines.size() + 1);
      }
    }
    return lines;
  }

  private void checkRepeatable(List<Problem> problems, Document document) {
    List<Problem> again = problems(load(document));
    if (!problems.equals(again)) {
      throw new Fault("checking twice finds the same", "first %s, then %s".formatted(problems, again));
    }
  }

  private void checkFormatting(XtextResource file, List<Problem> problems, Document document, Dice dice) {
    var formatted = claim("every text can be formatted or refused", () -> formatter.format(file));
    if (formatted.isEmpty()) {
      return;
    }
    String text = formatted.get();
    if (!withoutSpace(text).equals(withoutSpace(document.text()))) {
      throw new Fault("formatting changes white space alone", text);
    }
    XtextResource reparsed = load(document.with("formatted", text));
    String meaning = meaning(file);
    if (!meaning.equals(meaning(reparsed))) {
      throw new Fault("formatting keeps the meaning", "%s became %s".formatted(meaning, meaning(reparsed)));
    }
    String twice = claim("what is formatted can be formatted", () -> formatter.format(reparsed).orElseThrow());
    if (!text.equals(twice)) {
      throw new Fault("formatting twice is formatting once", "<%s> became <%s>".formatted(text, twice));
    }
    if (!dice.oneIn(3)) {
      return;
    }
    List<String> words = words(problems);
    if (!words.equals(words(problems(reparsed)))) {
      throw new Fault("formatting keeps what is wrong", words + " became " + words(problems(reparsed)));
    }
  }

  private List<LoweredStudy> checkLowering(XtextResource file, List<Problem> problems) {
    return hasErrors(file, problems)
        ? List.of()
        : claim("what has no error can be lowered", () -> runner.lower(file));
  }

  /** Return whether there is an error in a file or in those that it needs. */
  private boolean hasErrors(XtextResource file, List<Problem> problems) {
    return problems.stream().anyMatch(Problem::isError)
        || claim("a file's needs can be told", () -> runner.closure(file)).stream()
            .filter(needed -> !Library.contains(needed.getURI()))
            .anyMatch(needed -> problems(needed).stream().anyMatch(Problem::isError));
  }

  private void checkEdit(Document document, Dice dice) {
    String edited = new Mutations(dice).mutate(document.text(), document.text());
    Document after = document.with("edited", edited);
    LiveFile live = liveFiles.get();
    Analysis fresh = claim("a text can be opened", () ->
        liveFiles.get().analyse(snapshot(after), CancelIndicator.NullImpl));
    Analysis followed = claim("an edit can be followed", () -> {
      live.analyse(snapshot(document), CancelIndicator.NullImpl);
      return live.analyse(snapshot(after), CancelIndicator.NullImpl);
    });
    if (!fresh.problems().equals(followed.problems())) {
      throw new Fault("an edit leaves what opening afresh does", "<%s> edited to <%s>: %s instead of %s".formatted(
          document.text(), edited, followed.problems(), fresh.problems()));
    }
  }

  /** Call, and have whatever is thrown count as a fault of the claim. */
  static <T> T claim(String claim, Callable<T> action) {
    try {
      return action.call();
    } catch (Fault fault) {
      throw fault;
    } catch (Exception | StackOverflowError | OutOfMemoryError | AssertionError e) {
      throw new Fault(claim, String.valueOf(e), e);
    }
  }

  private static Snapshot snapshot(Document document) {
    List<SourceText> sources = sources(document);
    return new Snapshot(sources.getFirst(), sources.subList(1, sources.size()));
  }

  private static List<SourceText> sources(Document document) {
    var sources = new ArrayList<SourceText>();
    for (String text : document.all()) {
      sources.add(new SourceText(URI.createURI("memory:/%d.imc".formatted(sources.size())), text));
    }
    return sources;
  }

  private static String meaning(XtextResource file) {
    return file.getContents().isEmpty() ? "" : ModelText.of(file.getContents().get(0));
  }

  private static String withoutSpace(String text) {
    return text.replaceAll("\\s+", "");
  }

  private static List<String> words(List<Problem> problems) {
    return problems.stream()
        .map(problem -> "%s %s %s".formatted(problem.severity(), problem.code(), problem.message()))
        .toList();
  }
}
