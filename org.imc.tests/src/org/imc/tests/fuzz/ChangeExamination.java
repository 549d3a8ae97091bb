package org.imc.tests.fuzz;

import com.google.inject.Inject;
import com.google.inject.Provider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.imc.dsl.evaluation.Problem;
import org.imc.dsl.evaluation.StudyRunner;
import org.imc.dsl.ide.formatting.SpaceEdits.SpaceEdit;
import org.imc.dsl.ide.formatting.TypedLayout;
import org.imc.dsl.ide.live.LiveFile;
import org.imc.dsl.ide.live.Snapshot;
import org.imc.dsl.ide.live.SourceSets;
import org.imc.dsl.ide.live.SourceText;
import org.imc.dsl.ide.quickfix.QuickFix.Edit;
import org.imc.dsl.ide.quickfix.QuickFixes;
import org.imc.dsl.ide.rename.Renaming;
import org.imc.dsl.validation.IssueCodes;
import org.imc.model.imc.NamedDecl;

/** Hold what an editor offers to change, at any place of any document, to its promises. */
final class ChangeExamination {

  /** Fixes of one document that are applied. */
  private static final int TRIED_FIXES = 3;

  /** What leaves open which of several is meant. */
  private static final Set<String> AMBIGUOUS =
      Set.of("syntax", IssueCodes.PROPERTY_DUPLICATE, IssueCodes.NAME_DUPLICATE);

  private static final String FRESH = "fresh_name_0";

  @Inject private Provider<LiveFile> liveFiles;
  @Inject private SourceSets sets;
  @Inject private StudyRunner runner;
  @Inject private QuickFixes fixes;
  @Inject private Renaming renaming;
  @Inject private TypedLayout layout;

  /** Mend some problems, rename what stands somewhere, and lay out what was typed there. */
  void examine(Snapshot snapshot, List<Problem> problems, Dice dice) {
    LiveFile live = liveFiles.get();
    for (int times = Math.min(TRIED_FIXES, problems.size()); times > 0; times--) {
      checkFixes(live, snapshot, problems, dice.of(problems));
    }
    int offset = dice.below(snapshot.file().text().length() + 1);
    checkRenaming(live, snapshot, problems, offset);
    String typed = dice.of(TypedLayout.BRACE, TypedLayout.LINE_END);
    checkSpaces(Examination.claim("every text can be laid out while typing", () ->
        live.read(snapshot, file -> layout.after(file, offset, typed))), snapshot.file().text());
  }

  private void checkFixes(LiveFile live, Snapshot snapshot, List<Problem> before, Problem problem) {
    String text = snapshot.file().text();
    boolean clear = isClear(before.stream().filter(each -> !each.equals(problem)));
    var offered = Examination.claim("every problem can be mended or left", () ->
        live.read(snapshot, file -> fixes.of(file, problem)));
    offered.forEach(fix -> {
      String mended = apply(fix.edits(), text);
      List<Problem> after = problems(snapshot, mended);
      if (fix.preferred() && clear && count(after, problem) >= count(before, problem)) {
        throw new Fault("a preferred fix mends its problem", "%s is still there after '%s'".formatted(problem, fix.title()));
      }
    });
  }

  /**
   * Return whether a text parses and gives every name and property once: in what does not, a fix leaves the other one, and a
   * changed name uncovers it.
   */
  private static boolean isClear(Stream<Problem> problems) {
    return problems.noneMatch(problem -> AMBIGUOUS.contains(problem.code()) || problem.message().contains(" twice"));
  }

  /** Return how many problems say the same; offsets move. */
  private static long count(List<Problem> problems, Problem one) {
    return problems.stream().filter(each -> each.code().equals(one.code()) && each.message().equals(one.message())).count();
  }

  private void checkRenaming(LiveFile live, Snapshot snapshot, List<Problem> problems, int offset) {
    String text = snapshot.file().text();
    Optional<List<Edit>> edits = Examination.claim("every name can be changed or refused", () ->
        live.read(snapshot, file -> renames(file, offset)));
    edits.ifPresent(changes -> {
      String renamed = apply(changes, text);
      List<String> before = problems.stream().map(Problem::code).sorted().toList();
      List<String> after = problems(snapshot, renamed).stream().map(Problem::code).sorted().toList();
      if (isClear(problems.stream()) && !before.equals(after)) {
        throw new Fault("a new name changes nothing else", "%s became %s in %s".formatted(before, after, renamed));
      }
    });
  }

  /** Return the changes for a fresh name, if all of them are in this file. */
  private Optional<List<Edit>> renames(XtextResource file, int offset) {
    Optional<NamedDecl> declaration = renaming.declaration(file, offset);
    if (declaration.isEmpty()) {
      return Optional.empty();
    }
    try {
      renaming.check(declaration.get(), FRESH);
    } catch (Renaming.Refused e) {
      return Optional.empty();
    }
    var spots = renaming.spots(declaration.get());
    return spots.keySet().equals(Set.of(file.getURI()))
        ? Optional.of(spots.get(file.getURI()).stream().map(spot -> new Edit(spot.offset(), spot.length(), FRESH)).toList())
        : Optional.empty();
  }

  private static void checkSpaces(List<SpaceEdit> spaces, String text) {
    String laidOut = apply(spaces.stream().map(edit -> new Edit(edit.offset(), edit.length(), edit.text())).toList(), text);
    if (!laidOut.replaceAll("\\s+", "").equals(text.replaceAll("\\s+", ""))) {
      throw new Fault("layout while typing changes white space alone", laidOut);
    }
  }

  private static String apply(List<Edit> edits, String text) {
    var backwards = new ArrayList<>(edits);
    backwards.sort(Comparator.comparingInt(Edit::offset).reversed());
    var changed = new StringBuilder(text);
    int end = text.length();
    for (Edit edit : backwards) {
      if (edit.offset() < 0 || edit.length() < 0 || edit.offset() + edit.length() > end) {
        throw new Fault("edits stand inside the text and beside each other", edits.toString());
      }
      changed.replace(edit.offset(), edit.offset() + edit.length(), edit.text());
      end = edit.offset();
    }
    return changed.toString();
  }

  private List<Problem> problems(Snapshot snapshot, String text) {
    var sources = new ArrayList<SourceText>();
    URI uri = snapshot.file().uri();
    sources.add(new SourceText(uri, text));
    sources.addAll(snapshot.others());
    return Examination.claim("what was changed can be checked", () ->
        runner.check(sets.load(sources).getFirst(), CancelIndicator.NullImpl));
  }
}
