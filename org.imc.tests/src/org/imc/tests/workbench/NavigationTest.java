package org.imc.tests.workbench;

import static org.imc.tests.workbench.Bench.await;
import static org.imc.tests.workbench.Bench.document;
import static org.imc.tests.workbench.Bench.viewer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.hyperlink.IHyperlink;
import org.eclipse.search.ui.NewSearchUI;
import org.eclipse.search.ui.text.AbstractTextSearchResult;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.texteditor.ITextEditor;
import org.imc.dsl.ui.navigation.NameLinks;
import org.imc.dsl.ui.navigation.OccurrencesReconciler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NavigationTest {

  private static final String STUDY = Chips.STUDY;

  @RegisterExtension
  final Bench bench = new Bench();

  @BeforeEach
  void awaitTheLanguage() {
    Bench.awaitLanguage();
  }

  @Test
  void aLinkLeadsToTheDeclarationInAnotherFile() throws Exception {
    var project = bench.imcProject("p");
    bench.file(project, "parts.imc", "package parts\n" + Chips.CHIP);
    String text = "import parts.*\n\nevaluate Small on Chip minimising energy\n";
    ITextEditor editor = bench.open(bench.file(project, "study.imc", text));
    IHyperlink[] links = new NameLinks().detectHyperlinks(viewer(editor), new Region(text.indexOf("Chip") + 1, 0), false);
    assertNotNull(links);
    assertEquals(new Region(text.indexOf("Chip"), 4), links[0].getHyperlinkRegion());
    links[0].open();
    var opened = (ITextEditor) bench.page().getActiveEditor();
    assertEquals("parts.imc", opened.getTitle());
    assertEquals("Chip", ((ITextSelection) opened.getSelectionProvider().getSelection()).getText());
  }

  @Test
  void aLinkLeadsIntoTheLibrary() throws Exception {
    ITextEditor editor = bench.open(bench.file(bench.imcProject("p"), "a.imc", STUDY));
    IHyperlink[] links =
        new NameLinks().detectHyperlinks(viewer(editor), new Region(STUDY.lastIndexOf("cmos28") + 2, 0), false);
    assertNotNull(links);
    links[0].open();
    assertEquals("cmos28.imc", bench.page().getActiveEditor().getTitle());
    bench.page().closeAllEditors(false);
  }

  @Test
  void whatIsNoNameHasNoLink() throws Exception {
    ITextEditor editor = bench.open(bench.file(bench.imcProject("p"), "a.imc", STUDY));
    assertNull(new NameLinks().detectHyperlinks(viewer(editor), new Region(STUDY.indexOf("rows") + 1, 0), false));
  }

  @Test
  void theCaretMarksAllPlacesOfAName() throws Exception {
    ITextEditor editor = bench.open(bench.file(bench.imcProject("p"), "a.imc", STUDY));
    editor.selectAndReveal(STUDY.indexOf("macro Array") + 7, 0);
    await("declaration and use are marked", () -> marked(editor).size() == 2);
    assertEquals(List.of(STUDY.indexOf("Array {"), STUDY.indexOf("Array x 4")), marked(editor));
    editor.selectAndReveal(STUDY.indexOf("rows"), 0);
    await("nothing is marked", () -> marked(editor).isEmpty());
  }

  private static List<Integer> marked(ITextEditor editor) {
    var offsets = new ArrayList<Integer>();
    var model = viewer(editor).getAnnotationModel();
    model.getAnnotationIterator().forEachRemaining(annotation -> {
      Position at = model.getPosition(annotation);
      if (annotation.getType().equals(OccurrencesReconciler.ANNOTATION) && at != null) {
        offsets.add(at.getOffset());
      }
    });
    offsets.sort(null);
    return offsets;
  }

  @Test
  void referencesAreListedInTheSearchView() throws Exception {
    var project = bench.imcProject("p");
    ITextEditor editor = bench.open(bench.file(project, "parts.imc", "package parts\n" + Chips.CHIP));
    bench.file(project, "study.imc", "import parts.*\n\nevaluate Small on Chip minimising energy\n");
    String text = document(editor).get();
    editor.selectAndReveal(text.indexOf("architecture Chip") + 14, 0);
    bench.execute("org.eclipse.ui.genericeditor.findReferences");
    await("both places are listed", () -> matches() == 2);
    assertEquals("'Chip' is named at 2 places", result().getLabel());
    await("the view shows them", () -> Bench.search(bench.page().getWorkbenchWindow().getShell(),
        org.eclipse.swt.widgets.Table.class, table -> table.getItemCount() == 2
            && table.getItem(1).getText().equals("p/study.imc, line 3:  evaluate Small on Chip minimising energy")) != null);
    Bench.screenshot("references");
    bench.page().hideView(bench.page().findView(NewSearchUI.SEARCH_VIEW_ID));
  }

  private static AbstractTextSearchResult result() {
    return (AbstractTextSearchResult) NewSearchUI.getQueries()[0].getSearchResult();
  }

  private static int matches() {
    return NewSearchUI.getQueries().length == 0 ? 0 : result().getMatchCount();
  }

  @Test
  void theOutlineShowsDeclarationsAndFollowsTheCaret() throws Exception {
    IViewPart outline = bench.page().showView(IPageLayout.ID_OUTLINE);
    ITextEditor editor = bench.open(bench.file(bench.imcProject("p"), "a.imc", STUDY));
    await("the declarations are shown", () -> texts(tree(outline)).size() == 4);
    assertEquals(List.of("Array  macro", "Chip  architecture", "Small  network", "Small on Chip  evaluate"), texts(tree(outline)));
    editor.selectAndReveal(STUDY.indexOf("8 MiB"), 0);
    await("the memory is selected", () -> tree(outline).getSelectionCount() == 1
        && tree(outline).getSelection()[0].getText().startsWith("dram"));
    document(editor).replace(STUDY.indexOf("Array {"), "Array".length(), "Cells");
    await("the outline follows the text", () -> texts(tree(outline)).contains("Cells  macro"));
    Bench.screenshot("outline");
    TreeItem cells = tree(outline).getItem(0);
    document(editor).replace(0, 0, "// a note\n");
    Bench.idle(1000);
    assertFalse(cells.isDisposed(), "what has only moved is not made anew");
    tree(outline).setSelection(cells);
    var click = new Event();
    click.item = cells;
    tree(outline).notifyListeners(SWT.Selection, click);
    await("the declaration is selected where it is now", () -> editor.getSelectionProvider().getSelection() instanceof ITextSelection text
        && text.getText().equals("Cells"));
    bench.page().hideView(outline);
  }

  private static Tree tree(IViewPart outline) {
    return Bench.find(outline.getSite().getShell(), Tree.class, tree -> tree.isVisible()
        && (tree.getItemCount() == 0 || texts(tree).stream().anyMatch(text -> text.contains("  "))));
  }

  private static List<String> texts(Tree tree) {
    return Stream.of(tree.getItems()).map(TreeItem::getText).toList();
  }

  @Test
  void theQuickOutlineFiltersAndGoesThere() throws Exception {
    ITextEditor editor = bench.open(bench.file(bench.imcProject("p"), "a.imc", STUDY));
    bench.execute("org.imc.dsl.ui.quickOutline");
    await("the window is filled", () -> popup() != null && Bench.search(popup(), Tree.class, t -> t.getItemCount() > 0) != null);
    Text filter = Bench.find(popup(), Text.class, text -> true);
    filter.setText("dra");
    Tree tree = Bench.find(popup(), Tree.class, t -> true);
    await("one memory is left", () -> tree.getItemCount() == 1 && tree.getSelectionCount() == 1
        && tree.getSelection()[0].getText().startsWith("dram"));
    Bench.screenshot("quick-outline");
    var enter = new Event();
    enter.character = SWT.CR;
    filter.notifyListeners(SWT.KeyDown, enter);
    await("the window has gone", () -> popup() == null);
    assertEquals("dram", ((ITextSelection) editor.getSelectionProvider().getSelection()).getText());
  }

  private static Shell popup() {
    return Stream.of(Display.getCurrent().getShells())
        .filter(shell -> shell.isVisible() && Bench.search(shell, Tree.class, t -> true) != null
            && Bench.search(shell, Text.class, t -> true) != null
            && shell.getSize().x < 600)
        .findFirst().orElse(null);
  }

  @Test
  void bracesAndQuotationMarksCloseThemselves() throws Exception {
    ITextEditor editor = bench.open(bench.file(bench.imcProject("p"), "a.imc", "digital macro A "));
    var text = viewer(editor).getTextWidget();
    text.setSelection(text.getCharCount());
    text.insert("{");
    assertEquals("digital macro A {}", document(editor).get());
    assertEquals("digital macro A {".length(), text.getCaretOffset());
    text.insert("\n");
    assertTrue(document(editor).get().startsWith("digital macro A {\n  \n}"), document(editor).get());
  }
}
