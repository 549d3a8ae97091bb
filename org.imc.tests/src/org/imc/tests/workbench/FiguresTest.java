package org.imc.tests.workbench;

import static org.imc.tests.workbench.Bench.await;
import static org.imc.tests.workbench.Bench.document;
import static org.imc.tests.workbench.Bench.viewer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.text.codemining.AbstractCodeMining;
import org.eclipse.jface.text.source.inlined.AbstractInlinedAnnotation;
import org.eclipse.ui.texteditor.ITextEditor;
import org.imc.dsl.ui.minings.FigureMinings;
import org.imc.dsl.ui.preferences.Preferences;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What stands above declarations. */
class FiguresTest {

  @RegisterExtension
  final Bench bench = new Bench();

  @BeforeEach
  void awaitTheLanguage() {
    Bench.awaitLanguage();
  }

  @AfterEach
  void asBefore() {
    Preferences.store().setToDefault(Preferences.SHOW_FIGURES);
    Preferences.store().setToDefault(Preferences.EVALUATE_WHILE_TYPING);
  }

  @Test
  void studyMacroMemoriesAndLayersSayWhatTheyCost() throws Exception {
    ITextEditor editor = bench.open(bench.file(bench.imcProject("p"), "a.imc", Chips.STUDY));
    await("figures are shown in the editor", () -> annotations(editor) == 7);
    List<String> figures = figures(editor);
    assertTrue(figures.get(0).matches("peak \\S+ TOPS/W \\(\\S+–\\S+\\) · \\S+ TOPS/mm² · \\S+ mm² x 4 · \\S+ .J \\(\\S+%\\)"),
        figures.get(0));
    assertTrue(figures.get(1).matches("\\S+ .J \\(\\S+%\\)"), figures.get(1));
    assertTrue(figures.get(3).matches("\\S+ .J \\(\\S+%\\) · \\S+ .s · \\S+% used"), figures.get(3));
    assertTrue(figures.get(6).matches("\\S+ TOPS/W \\(peak \\S+, \\S+–\\S+\\) · \\S+ mm² · \\S+ .s · energy at \\S+ % of "
        + "optimum bound"), figures.get(6));
    assertEquals(7, figures.size());
    Bench.screenshot("figures");
  }

  @Test
  void anEditShowsTheDifferenceFromWhatIsSaved() throws Exception {
    String text = Chips.STUDY.replace("64 KiB", "63 KiB"); // known to no other test
    ITextEditor editor = bench.open(bench.file(bench.imcProject("p"), "a.imc", text));
    await("figures are shown", () -> last(editor).contains("TOPS/W"));
    assertTrue(!last(editor).contains("since saved"), last(editor));
    document(editor).set(text.replace("read 3.7 pJ/bit", "read 1.85 pJ/bit"));
    await("the difference is shown", () -> last(editor).matches(".* · −\\S+ % energy since saved"));
    Bench.screenshot("figures-changed");
    editor.doSave(new NullProgressMonitor());
    await("it is saved by now", () -> last(editor).contains("TOPS/W") && !last(editor).contains("since saved"));
  }

  @Test
  void whatIsEvaluatedOnDemandSaysSo() throws Exception {
    Preferences.store().setValue(Preferences.EVALUATE_WHILE_TYPING, false);
    ITextEditor editor = bench.open(bench.file(bench.imcProject("p"), "a.imc", Chips.STUDY.replace("64 KiB", "62 KiB")));
    await("an offer is made", () -> last(editor).equals("not evaluated; click to evaluate"));
    bench.execute("org.imc.dsl.ui.evaluate");
    await("the answer is there", () -> last(editor).contains("TOPS/W"));
  }

  @Test
  void whoWantsNoFiguresSeesNone() throws Exception {
    Preferences.store().setValue(Preferences.SHOW_FIGURES, false);
    ITextEditor editor = bench.open(bench.file(bench.imcProject("p"), "a.imc", Chips.STUDY));
    Bench.idle(1500);
    assertEquals(0, annotations(editor));
  }

  private static String last(ITextEditor editor) {
    List<String> figures = figures(editor);
    return figures.isEmpty() ? "" : figures.getLast();
  }

  /** Return what a provider of its own says about the editor's text, in the order of the text. */
  private static List<String> figures(ITextEditor editor) {
    var provider = new FigureMinings();
    provider.setContext(editor);
    try {
      var found = new ArrayList<>(provider.provideCodeMinings(viewer(editor), new NullProgressMonitor()).join());
      found.sort((one, other) -> Integer.compare(one.getPosition().getOffset(), other.getPosition().getOffset()));
      return found.stream().map(mining -> ((AbstractCodeMining) mining).getLabel()).toList();
    } finally {
      provider.dispose();
    }
  }

  /** Return how many lines the editor itself shows. */
  private static long annotations(ITextEditor editor) {
    var shown = new ArrayList<AbstractInlinedAnnotation>();
    viewer(editor).getAnnotationModel().getAnnotationIterator().forEachRemaining(annotation -> {
      if (annotation instanceof AbstractInlinedAnnotation inlined) {
        shown.add(inlined);
      }
    });
    return shown.size();
  }
}
