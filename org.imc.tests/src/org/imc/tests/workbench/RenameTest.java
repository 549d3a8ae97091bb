package org.imc.tests.workbench;

import static org.imc.tests.workbench.Bench.await;
import static org.imc.tests.workbench.Bench.document;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.ltk.core.refactoring.CompositeChange;
import org.eclipse.ltk.core.refactoring.RefactoringCore;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.texteditor.ITextEditor;
import org.imc.dsl.ui.refactoring.RenameRefactoring;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RenameTest {

  @RegisterExtension
  final Bench bench = new Bench();

  @BeforeEach
  void awaitTheLanguage() {
    Bench.awaitLanguage();
  }

  @Test
  void aNameChangesInAllFilesAndBackByUndo() throws Exception {
    var project = bench.imcProject("p");
    ITextEditor editor = bench.open(bench.file(project, "parts.imc", "package parts\n" + Chips.CHIP));
    String question = "import parts.Chip\nimport parts.Small\n\nevaluate Small on Chip minimising energy\n";
    IFile study = bench.file(project, "study.imc", question);
    String before = document(editor).get();
    editor.selectAndReveal(before.indexOf("architecture Chip") + 14, 0);
    Bench.onDialog(RenameTest::asksForTheName, RenameTest::preview);
    bench.execute("org.imc.dsl.ui.rename");
    assertEquals(before.replace("architecture Chip", "architecture Tiny"), document(editor).get());
    await("the other file has it too", () -> read(study).equals(question.replace("Chip", "Tiny")));
    Bench.onDialog(shell -> shell.getDefaultButton() != null, // the platform asks, since several files are concerned
        shell -> shell.getDefaultButton().notifyListeners(SWT.Selection, new Event()));
    RefactoringCore.getUndoManager().performUndo(null, new NullProgressMonitor());
    await("it is undone", () -> document(editor).get().equals(before) && read(study).equals(question));
  }

  private static boolean asksForTheName(Shell shell) {
    return Bench.search(shell, Text.class, text -> text.isVisible() && text.getText().equals("Chip")) != null;
  }

  private static void preview(Shell dialog) {
    Text name = Bench.find(dialog, Text.class, text -> true);
    name.setText("8bit");
    assertTrue(!button(dialog, "OK").isEnabled(), "a name begins with no digit");
    name.setText("Tiny");
    push(dialog, "Preview >");
    Bench.onDialog(shell -> Bench.search(shell, Tree.class, tree -> tree.isVisible() && tree.getItemCount() > 0) != null,
        shell -> {
          Bench.picture("rename-preview", shell);
          push(shell, "OK");
        });
  }

  private static void push(Shell dialog, String label) {
    button(dialog, label).notifyListeners(SWT.Selection, new Event());
  }

  private static Button button(Shell dialog, String label) {
    return Bench.find(dialog, Button.class, button -> button.getText().replace("&", "").equals(label));
  }

  @Test
  void aNameThatIsTakenIsRefused() throws Exception {
    ITextEditor editor = bench.open(bench.file(bench.imcProject("p"), "a.imc", Chips.STUDY));
    var rename = new RenameRefactoring(document(editor), Chips.STUDY.indexOf("memory dram") + 8);
    assertTrue(rename.checkInitialConditions(new NullProgressMonitor()).isOK());
    rename.setNewName("buffer");
    assertEquals("There is already a memory named 'buffer'.",
        rename.checkFinalConditions(new NullProgressMonitor()).getMessageMatchingSeverity(4));
    rename.setNewName("store");
    assertTrue(rename.checkFinalConditions(new NullProgressMonitor()).isOK());
    assertEquals(1, ((CompositeChange) rename.createChange(new NullProgressMonitor())).getChildren().length);
  }

  private static String read(IFile file) {
    try {
      return file.readString();
    } catch (org.eclipse.core.runtime.CoreException e) {
      throw new IllegalStateException(e);
    }
  }
}
