package org.imc.tests.workbench;

import static org.imc.tests.workbench.Bench.await;
import static org.imc.tests.workbench.Bench.document;
import static org.imc.tests.workbench.Bench.viewer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.quickassist.IQuickAssistInvocationContext;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.TextInvocationContext;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.markers.WorkbenchMarkerResolution;
import org.imc.dsl.ui.builder.ProblemMarkers;
import org.imc.dsl.ui.editor.ProblemAnnotation;
import org.imc.dsl.ui.quickfix.QuickFixProcessor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class QuickFixTest {

  private static final String WRONG = Chips.STUDY.replaceFirst("weight 8 bit", "weight 8 bits");

  @RegisterExtension
  final Bench bench = new Bench();

  @BeforeEach
  void awaitTheLanguage() {
    Bench.awaitLanguage();
  }

  @Test
  void whatIsTypedWrongIsMendedByTheEditor() throws Exception {
    ITextEditor editor = bench.open(bench.file(bench.imcProject("p"), "a.imc", Chips.STUDY));
    document(editor).set(WRONG);
    await("the error is shown", () -> isShown(editor));
    ICompletionProposal[] offered = offered(editor, WRONG.indexOf("bits"));
    assertEquals(List.of("Change to 'bit'"), Stream.of(offered).map(ICompletionProposal::getDisplayString).toList());
    offered[0].apply(document(editor));
    assertEquals(Chips.STUDY, document(editor).get());
    await("the error has gone", () -> !isShown(editor));
  }

  @Test
  void theKeyOffersEachFixOnce() throws Exception {
    IFile file = bench.file(bench.imcProject("p"), "a.imc", WRONG);
    ITextEditor editor = bench.open(file);
    bench.build(file.getProject());
    await("the error is shown and marked", () -> isShown(editor) && problems(file).length == 1);
    assertEquals(0, offered(editor, WRONG.indexOf("bits")).length, "the marker's own resolution is offered by the platform");
    editor.selectAndReveal(WRONG.indexOf("bits"), 0);
    viewer(editor).getTextWidget().setFocus();
    editor.getAdapter(ITextOperationTarget.class).doOperation(ISourceViewer.QUICK_ASSIST);
    await("the list is open", () -> popup() != null);
    assertEquals(1, popup().getItemCount());
    assertTrue(popup().getItem(0).getText().startsWith("Change to 'bit'"), popup().getItem(0).getText());
    Bench.screenshot("quick-fix");
    popup().getShell().close();
  }

  private static org.eclipse.swt.widgets.Table popup() {
    return Stream.of(org.eclipse.swt.widgets.Display.getCurrent().getShells())
        .filter(shell -> shell.isVisible() && shell.getSize().x < 900)
        .map(shell -> Bench.search(shell, org.eclipse.swt.widgets.Table.class, table -> table.getItemCount() > 0))
        .filter(table -> table != null)
        .findFirst().orElse(null);
  }

  @Test
  void problemsOfFilesThatNobodyEditsAreMendedAndSaved() throws Exception {
    IFile file = bench.file(bench.imcProject("p"), "a.imc", Chips.STUDY.replace("weight 8 bit", "weight 8 bits"));
    bench.build(file.getProject());
    await("both errors are marked", () -> problems(file).length == 2);
    IMarker first = problems(file)[0];
    assertTrue(IDE.getMarkerHelpRegistry().hasResolutions(first));
    IMarkerResolution[] fixes = IDE.getMarkerHelpRegistry().getResolutions(first);
    assertEquals("Change to 'bit'", fixes[0].getLabel());
    var fix = (WorkbenchMarkerResolution) fixes[0];
    IMarker[] others = fix.findOtherMarkers(problems(file));
    assertEquals(2, others.length, "the same fix mends both");
    fix.run(others, null);
    assertEquals(Chips.STUDY, file.readString());
    bench.build(file.getProject());
    await("nothing is marked", () -> problems(file).length == 0);
  }

  private static ICompletionProposal[] offered(ITextEditor editor, int offset) {
    IQuickAssistInvocationContext context = new TextInvocationContext(viewer(editor), offset, 0);
    ICompletionProposal[] proposals = new QuickFixProcessor().computeQuickAssistProposals(context);
    return proposals == null ? new ICompletionProposal[0] : proposals;
  }

  private static boolean isShown(ITextEditor editor) {
    boolean[] shown = {false};
    viewer(editor).getAnnotationModel().getAnnotationIterator()
        .forEachRemaining(annotation -> shown[0] |= annotation instanceof ProblemAnnotation);
    return shown[0];
  }

  private static IMarker[] problems(IFile file) {
    try {
      return file.findMarkers(ProblemMarkers.TYPE, true, IResource.DEPTH_ZERO);
    } catch (org.eclipse.core.runtime.CoreException e) {
      throw new IllegalStateException(e);
    }
  }
}
