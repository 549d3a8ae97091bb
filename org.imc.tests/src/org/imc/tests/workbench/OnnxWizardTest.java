package org.imc.tests.workbench;

import static org.imc.tests.workbench.Bench.await;
import static org.imc.tests.workbench.Bench.find;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.ProgressMonitorPart;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.ui.IImportWizard;
import org.eclipse.ui.PlatformUI;
import org.imc.dsl.ui.builder.ProblemMarkers;
import org.imc.tests.onnx.OnnxBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** File > Import > In-memory computing > ONNX network. */
class OnnxWizardTest {

  private static final String WIZARD = "org.imc.dsl.ui.importOnnx";
  private static final String MARKER = "org.imc.dsl.ui.imported";
  private static final Map<String, ?> PLAIN = Map.of();

  /** More than are imported before anybody can press a button. */
  private static final int MANY_NODES = 50_000;

  @RegisterExtension
  final Bench bench = new Bench();

  @TempDir
  Path folder;

  private IProject project;
  private WizardDialog dialog;

  @BeforeEach
  void openTheWizard() throws Exception {
    Bench.awaitLanguage();
    project = bench.imcProject("p");
    var descriptor = PlatformUI.getWorkbench().getImportWizardRegistry().findWizard(WIZARD);
    assertEquals("ONNX network", descriptor.getLabel());
    assertEquals("In-memory computing", descriptor.getCategory().getLabel());
    var wizard = (IImportWizard) descriptor.createWizard();
    wizard.init(PlatformUI.getWorkbench(), new StructuredSelection(project));
    dialog = new WizardDialog(PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell(), wizard);
    dialog.setBlockOnOpen(false);
    dialog.open();
  }

  @AfterEach
  void closeTheWizard() {
    dialog.close();
  }

  @Test
  void aNetworkIsWrittenOpenedAndItsUnknownNodesAreMarked() throws Exception {
    Path model = new OnnxBuilder().input("x", -1, 3, 8, 8).weights("w", 4, 3, 1, 1).weights("v", 256, 10)
        .node("Conv", "c", PLAIN, "x", "w").then("Magic", PLAIN).then("Flatten", PLAIN).then("MatMul", PLAIN, "v").write(folder);
    assertNull(dialog.getCurrentPage().getErrorMessage(), "nothing was done wrong yet");
    assertEquals(WIZARD, dialog.getCurrentPage().getControl().getData("org.eclipse.ui.help"), "F1");
    assertFalse(finish().isEnabled());
    field("an .onnx file").setText(model.toString());
    assertEquals("model.imc", field("such as").getText());
    field("such as").setText("mine.imc");
    field("that of the ONNX").setText("Mine");
    find(dialog.getShell(), Spinner.class, spinner -> spinner.getMaximum() > 32).setSelection(2);
    Bench.idle(200);
    Bench.picture("import-onnx", dialog.getShell());
    push(finish());
    IFile file = project.getFile("mine.imc");
    await("the file is open", () -> bench.page().getActiveEditor() != null
        && bench.page().getActiveEditor().getTitle().equals("mine.imc"));
    List<String> lines = file.readString().lines().toList();
    assertTrue(lines.contains("network Mine {"), file.readString());
    assertTrue(lines.contains("  batch 2"), file.readString());
    IMarker[] warnings = file.findMarkers(MARKER, false, IResource.DEPTH_ZERO);
    assertEquals(1, warnings.length);
    String message = warnings[0].getAttribute(IMarker.MESSAGE, "");
    assertTrue(message.startsWith("Node 2 of the ONNX file, 'magic"), message);
    assertTrue(message.contains("Operator 'Magic' is not known. It is priced as the data it moves"), message);
    assertEquals(IMarker.SEVERITY_WARNING, warnings[0].getAttribute(IMarker.SEVERITY, -1));
    String marked = lines.get(warnings[0].getAttribute(IMarker.LINE_NUMBER, 0) - 1);
    assertTrue(marked.startsWith("  operator magic"), marked);
    bench.build(project);
    assertEquals(0, file.findMarkers(ProblemMarkers.TYPE, false, IResource.DEPTH_ZERO).length);
  }

  @Test
  void aSizeThatIsLeftOpenIsAskedFor() throws Exception {
    Path model = new OnnxBuilder().input("ids", 1, -1).weights("w", 8, 4).then("MatMul", PLAIN, "w").write(folder);
    field("an .onnx file").setText(model.toString());
    push(finish());
    await("the reason is told", () -> message() != null);
    assertEquals("Input 'ids' leaves its size on axis 1 open ('open1'). Give it below, such as 'open1=128'.", message());
    Text sizes = field("NAME=N");
    assertEquals("open1=", sizes.getText());
    sizes.setText("open1=many");
    assertEquals("Size 'open1' is many. It must be from 1 to 1000000.", message());
    assertFalse(finish().isEnabled());
    sizes.setText("open1=8");
    assertNull(message());
    push(finish());
    await("the file is open", () -> bench.page().getActiveEditor() != null);
    assertTrue(project.getFile("model.imc").readString().contains("dense matmul1 from ids { units 4 }"));
  }

  @Test
  void whatIsNoOnnxFileIsRefusedInWords() throws Exception {
    field("an .onnx file").setText(folder.resolve("none.onnx").toString());
    assertEquals("There is no file '%s'.".formatted(folder.resolve("none.onnx")), message());
    int shells = dialog.getShell().getDisplay().getShells().length;
    Path text = Files.writeString(folder.resolve("text.onnx"), "network n { }");
    field("an .onnx file").setText(text.toString());
    push(finish());
    await("the reason is told", () -> message() != null);
    assertTrue(message().startsWith("The file is cut off or is no ONNX file: reading failed at byte "), message());
    assertFalse(project.getFile("text.imc").exists());
    assertEquals(shells, dialog.getShell().getDisplay().getShells().length, "no other dialog says it again");
    field("a project").setText("nowhere");
    assertEquals("There is no open project or folder 'nowhere'.", message());
    field("a project").setText("p");
    field("such as").setText("network.txt");
    assertEquals("'network.txt' is no name of an .imc file. Maybe 'network.imc'.", message());
  }

  @Test
  void whatIsCancelledWritesNothing() throws Exception {
    var builder = new OnnxBuilder().input("x", 1, 8).weights("w", 8, 8);
    for (int i = 0; i < MANY_NODES; i++) {
      builder.then("MatMul", PLAIN, "w");
    }
    field("an .onnx file").setText(builder.write(folder).toString());
    List<IResource> before = List.of(project.members());
    cancelOnceItRuns();
    push(finish());
    assertEquals("Cancelled. Nothing was written.", message());
    project.refreshLocal(IResource.DEPTH_INFINITE, null);
    assertEquals(before, List.of(project.members()));
    assertNull(bench.page().getActiveEditor());
    assertTrue(finish().isEnabled(), "it can be tried again");
  }

  /** Press the red square beside the progress, as soon as it can be pressed. */
  private void cancelOnceItRuns() {
    dialog.getShell().getDisplay().asyncExec(() -> {
      ToolBar square = Bench.search(dialog.getShell(), ToolBar.class,
          bar -> bar.getParent() instanceof ProgressMonitorPart && bar.isVisible() && bar.isEnabled());
      if (square == null || finish().isEnabled()) {
        cancelOnceItRuns();
      } else {
        square.getItem(0).notifyListeners(SWT.Selection, new Event());
      }
    });
  }

  @Test
  void aFileThatExistsIsReplacedOnlyWhenAsked() throws Exception {
    Path model = new OnnxBuilder().input("x", 1, 8).weights("w", 8, 4).then("MatMul", PLAIN, "w").write(folder);
    bench.file(project, "model.imc", "// mine\n");
    field("an .onnx file").setText(model.toString());
    assertEquals("'model.imc' exists in 'p'. Maybe replace it, or name another file.", message());
    assertFalse(finish().isEnabled());
    Button replace = find(dialog.getShell(), Button.class, button -> button.getText().contains("if it exists"));
    replace.setSelection(true);
    replace.notifyListeners(SWT.Selection, new Event());
    push(finish());
    await("the file is open", () -> bench.page().getActiveEditor() != null);
    assertTrue(project.getFile("model.imc").readString().contains("dense matmul1"));
  }

  private String message() {
    return dialog.getCurrentPage().getErrorMessage();
  }

  private Text field(String hint) {
    return find(dialog.getShell(), Text.class, text -> text.getMessage().startsWith(hint));
  }

  private Button finish() {
    return find(dialog.getShell(), Button.class, button -> button.getText().replace("&", "").equals("Finish"));
  }

  private static void push(Button button) {
    assertTrue(button.isEnabled(), button.getText());
    button.notifyListeners(SWT.Selection, new Event());
  }
}
