package org.imc.tests.workbench;

import static org.imc.tests.workbench.Bench.await;
import static org.imc.tests.workbench.Bench.document;
import static org.imc.tests.workbench.Bench.viewer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.imc.dsl.ui.builder.ImcNature;
import org.imc.dsl.ui.editor.ImcHover;
import org.imc.dsl.ui.editor.ProblemAnnotation;
import org.imc.dsl.ui.editor.TokenStyle;
import org.imc.dsl.validation.IssueCodes;
import org.imc.dsl.ui.preferences.Preferences;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;

class EditorTest {

  private static final String MACRO = """
      // an array
      import imc.technology.cmos28
      digital macro Array {
        technology cmos28
        rows 64
        columns 64
        weight 8 bit
        activation 8 bit
        serial 1 bit
      }
      """;

  private static final String GENERIC_EDITOR = "org.eclipse.ui.genericeditor.GenericEditor";

  @RegisterExtension
  final Bench bench = new Bench();

  @Test
  void imcFilesOpenInTheGenericEditorAndAreColoured() throws Exception {
    ITextEditor editor = bench.open(bench.file(bench.project("p"), "a.imc", MACRO));
    assertEquals(GENERIC_EDITOR, editor.getSite().getId());
    StyledText text = viewer(editor).getTextWidget();
    await("the text is coloured", () -> text.getStyleRangeAtOffset(MACRO.indexOf("macro")) != null);
    assertLook(TokenStyle.COMMENT, SWT.ITALIC, text, "// an array");
    assertLook(TokenStyle.DECLARATION, SWT.BOLD, text, "macro");
    assertLook(TokenStyle.KEYWORD, SWT.NORMAL, text, "rows");
    assertLook(TokenStyle.NUMBER, SWT.NORMAL, text, "64");
    assertLook(TokenStyle.UNIT, SWT.NORMAL, text, "bit\n");
    assertNotEquals(TokenStyle.KEYWORD.colour(), TokenStyle.COMMENT.colour());
  }

  @Test
  void openingACommentColoursAllThatItSwallows() throws Exception {
    ITextEditor editor = bench.open(bench.file(bench.project("p"), "a.imc", MACRO));
    StyledText text = viewer(editor).getTextWidget();
    await("the text is coloured", () -> text.getStyleRangeAtOffset(MACRO.indexOf("macro")) != null);
    document(editor).replace(MACRO.indexOf("digital"), 0, "/* ");
    int last = document(editor).get().indexOf("serial");
    document(editor).replace(document(editor).getLength(), 0, "*/");
    await("the last line is a comment", () -> TokenStyle.COMMENT.colour().equals(foreground(text, last)));
    document(editor).replace(document(editor).get().indexOf("/* "), 3, "");
    await("it is none any more", () -> TokenStyle.KEYWORD.colour().equals(
        foreground(text, document(editor).get().indexOf("serial"))));
  }

  @Test
  void completionOffersWhatIsMissingAndInsertsWhatIsChosen() throws Exception {
    String begun = "digital macro Array {\n  rows 64\n  co\n}\n";
    ITextEditor editor = bench.open(bench.file(bench.project("p"), "a.imc", begun));
    editor.selectAndReveal(begun.indexOf("co\n"), 0);
    viewer(editor).getTextWidget().setFocus();
    editor.getAdapter(ITextOperationTarget.class).doOperation(ISourceViewer.CONTENTASSIST_PROPOSALS);
    await("properties are offered", () -> !offered().isEmpty() && offered().stream().anyMatch(
        text -> text.startsWith("weight")) && offered().stream().noneMatch(text -> text.startsWith("Computing")));
    List<String> words = offered().stream().map(text -> text.split(" ")[0]).toList();
    assertTrue(words.containsAll(List.of("activation", "columns", "serial", "technology", "weight")), words.toString());
    assertTrue(!words.contains("rows") && !words.contains("dac"), words.toString());
    Bench.screenshot("completion");
    popup().getShell().close();

    editor.selectAndReveal(begun.indexOf("co\n") + 2, 0);
    editor.getAdapter(ITextOperationTarget.class).doOperation(ISourceViewer.CONTENTASSIST_PROPOSALS);
    await("columns is offered alone or inserted", () -> document(editor).get().contains("columns")
        || offered().size() == 1 && offered().get(0).startsWith("columns"));
    if (!document(editor).get().contains("columns")) {
      var chosen = new Event();
      popup().setSelection(0);
      chosen.item = popup().getItem(0);
      popup().notifyListeners(SWT.DefaultSelection, chosen);
    }
    await("it is inserted", () -> document(editor).get().equals("digital macro Array {\n  rows 64\n  columns\n}\n"));
  }

  @Test
  void anErrorIsShownWhileTypingAndGoesWhenItIsMended() throws Exception {
    ITextEditor editor = bench.open(bench.file(bench.project("p"), "a.imc", MACRO));
    document(editor).set(MACRO.replace("weight 8 bit", "weight 8 V"));
    await("the error is shown", () -> problem(editor) != null);
    ProblemAnnotation shown = problem(editor);
    assertEquals("org.eclipse.ui.workbench.texteditor.error", shown.getType());
    assertEquals(IssueCodes.UNIT_WRONG_DIMENSION, shown.problem().code());
    assertEquals("'weight' is a number of bits, but 'V' is a voltage. Maybe '8 bit'.", shown.getText());
    Position place = viewer(editor).getAnnotationModel().getPosition(shown);
    assertEquals("V", document(editor).get(place.getOffset(), place.getLength()));
    Bench.screenshot("error");
    assertTrue(editor.isDirty());
    document(editor).set(MACRO);
    await("the error is gone", () -> problem(editor) == null);
  }

  @Test
  void theTextOfAnUnsavedEditorIsWhatOthersSee() throws Exception {
    var project = bench.project("p");
    ITextEditor other = bench.open(bench.file(project, "b.imc", "package b\nimport imc.technology.cmos28\n"));
    document(other).set("package b\n" + MACRO.replace("// an array\n", ""));
    ITextEditor editor = bench.open(bench.file(project, "a.imc", "import b.Array\narchitecture Chip { macro Array }"));
    await("only the memories are missing", () -> problem(editor) != null
        && problem(editor).problem().code().equals(IssueCodes.PROPERTY_MISSING));
  }

  @Test
  void aFileOutsideTheWorkspaceIsColouredAndChecked(@TempDir Path folder) throws Exception {
    Path path = folder.resolve("outside.imc");
    Files.writeString(path, MACRO.replace("rows 64", "rows 0"));
    var editor = (ITextEditor) IDE.openEditor(bench.page(), path.toUri(), GENERIC_EDITOR, true);
    await("the error is shown", () -> problem(editor) != null);
    assertNotNull(foreground(viewer(editor).getTextWidget(), MACRO.indexOf("macro")));
    bench.page().closeEditor(editor, false);
  }

  @Test
  void openingAFileGivesItsProjectTheNature() throws Exception {
    var project = bench.project("p");
    bench.open(bench.file(project, "a.imc", MACRO));
    await("the project has the nature", () -> hasNature(project));
    await("its builder is set", () -> isBuiltBy(project, "org.imc.dsl.ui.builder")); // a moment after the nature
  }

  @Test
  void deletingAnOpenFileClosesItsEditorAndBreaksNothing() throws Exception {
    var file = bench.file(bench.project("p"), "a.imc", MACRO);
    ITextEditor editor = bench.open(file);
    file.delete(true, null);
    await("the editor is closed", () -> bench.page().findEditor(editor.getEditorInput()) == null);
  }

  @Test
  void aLineEndBehindAnOpeningBraceIndentsAndClosesTheBlock() throws Exception {
    ITextEditor editor = bench.open(bench.file(bench.project("p"), "a.imc", "digital macro A {"));
    StyledText text = viewer(editor).getTextWidget();
    text.setSelection(text.getCharCount());
    text.insert("\n");
    assertEquals("digital macro A {\n  \n}", document(editor).get());
  }

  @Test
  void selectedLinesGoBehindACommentAndBack() throws Exception {
    ITextEditor editor = bench.open(bench.file(bench.project("p"), "a.imc", MACRO));
    editor.selectAndReveal(MACRO.indexOf("rows"), MACRO.indexOf("weight") - MACRO.indexOf("rows") - 3);
    bench.execute("org.imc.dsl.ui.toggleComment");
    assertEquals(MACRO.replace("rows", "// rows").replace("columns", "// columns"), document(editor).get());
    bench.execute("org.imc.dsl.ui.toggleComment");
    assertEquals(MACRO, document(editor).get());
  }

  @Test
  void formattingLaysTheTextOut() throws Exception {
    ITextEditor editor = bench.open(bench.file(bench.project("p"), "a.imc", MACRO.replace("  rows 64", "rows   64")));
    bench.execute("org.imc.dsl.ui.format");
    await("the line is back in its place", () -> document(editor).get().contains("\n  rows 64\n"));
  }

  @Test
  void savingLaysTheTextOutIfWished() throws Exception {
    Bench.awaitLanguage();
    IFile file = bench.file(bench.imcProject("p"), "a.imc", MACRO);
    ITextEditor editor = bench.open(file);
    String loose = MACRO.replace("  rows", "      rows");
    document(editor).set(loose);
    bench.execute("org.eclipse.ui.file.save");
    assertEquals(loose, file.readString(), "nobody wished it");
    Preferences.store().setValue(Preferences.FORMAT_ON_SAVE, true);
    try {
      document(editor).set(loose + "\n");
      bench.execute("org.eclipse.ui.file.save");
      assertTrue(file.readString().contains("\n  rows 64\n"), file.readString());
      assertFalse(editor.isDirty());
    } finally {
      Preferences.store().setToDefault(Preferences.FORMAT_ON_SAVE);
    }
  }

  @Test
  void hoveringExplainsAWord() throws Exception {
    ITextEditor editor = bench.open(bench.file(bench.project("p"), "a.imc", MACRO));
    Bench.awaitLanguage();
    assertEquals("<b>rows</b><p>Bit cells along a bit line.</p><p>Takes a number without a unit, 1 to 65536.</p>",
        hover(editor, MACRO.indexOf("rows") + 2));
  }

  @SuppressWarnings("deprecation") // the platform calls it all the same
  private static @Nullable String hover(ITextEditor editor, int offset) {
    var hover = new ImcHover();
    return hover.getHoverInfo(viewer(editor), hover.getHoverRegion(viewer(editor), offset));
  }

  private static boolean isBuiltBy(IProject project, String builder) {
    try {
      return Stream.of(project.getDescription().getBuildSpec()).anyMatch(each -> each.getBuilderName().equals(builder));
    } catch (CoreException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean hasNature(IProject project) {
    try {
      return ImcNature.isOn(project);
    } catch (CoreException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void assertLook(TokenStyle style, int font, StyledText text, String word) {
    StyleRange range = text.getStyleRangeAtOffset(text.getText().indexOf(word));
    assertEquals(style.colour(), range.foreground, word);
    assertEquals(font, range.fontStyle, word);
  }

  private static @Nullable Object foreground(StyledText text, int offset) {
    StyleRange range = text.getStyleRangeAtOffset(offset);
    return range == null ? null : range.foreground;
  }

  private static @Nullable ProblemAnnotation problem(ITextEditor editor) {
    var annotations = viewer(editor).getAnnotationModel().getAnnotationIterator();
    while (annotations.hasNext()) {
      Annotation annotation = annotations.next();
      if (annotation instanceof ProblemAnnotation found) {
        return found;
      }
    }
    return null;
  }

  private static List<String> offered() {
    var texts = new ArrayList<String>();
    Table table = popup();
    for (int i = 0; table != null && i < table.getItemCount(); i++) {
      texts.add(table.getItem(i).getText());
    }
    texts.removeIf(String::isEmpty); // rows of a virtual table that were never in sight
    return texts;
  }

  private static @Nullable Table popup() {
    for (Shell shell : Display.getDefault().getShells()) {
      if (shell.isVisible()) {
        for (Control child : shell.getChildren()) {
          if (child instanceof Table table) {
            return table;
          }
        }
      }
    }
    return null;
  }
}
