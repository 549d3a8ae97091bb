package org.imc.tests.workbench;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.imc.dsl.ui.Language;
import org.imc.dsl.ui.builder.ImcNature;
import org.imc.dsl.ui.evaluation.State.Answer;
import org.imc.dsl.ui.evaluation.State.Phase;
import org.imc.dsl.ui.evaluation.StudySession;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Drives the workbench, and leaves its workspace empty after each test. For the UI thread, in which the tests run. */
final class Bench implements AfterEachCallback {

  private static final long LIMIT_MS = 120_000;
  private static final long PAINT_MS = 300;
  private static final long DIALOG_LIMIT_MS = 60_000;
  private static final int DIALOG_POLL_MS = 200;

  private final List<IProject> projects = new ArrayList<>();

  IProject project(String name) throws CoreException {
    IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(name);
    project.create(null);
    project.open(null);
    projects.add(project);
    return project;
  }

  /** Remove, after the test, a project that the workbench made. */
  void adopt(IProject project) {
    projects.add(project);
  }

  IProject imcProject(String name) throws CoreException {
    IProject project = project(name);
    ImcNature.add(project);
    return project;
  }

  IFile file(IProject project, String name, String text) throws CoreException {
    IFile file = project.getFile(name);
    var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    if (file.exists()) {
      file.setContents(in, true, false, null);
    } else {
      file.create(in, true, null);
    }
    return file;
  }

  void build(IProject project) throws CoreException {
    project.build(IncrementalProjectBuilder.INCREMENTAL_BUILD, null);
  }

  IWorkbenchPage page() {
    return PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
  }

  ITextEditor open(IFile file) throws CoreException {
    return (ITextEditor) IDE.openEditor(page(), file);
  }

  /** Execute a command as a key or a menu would. */
  void execute(String command) throws Exception {
    PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command, null);
  }

  static IDocument document(ITextEditor editor) {
    return editor.getDocumentProvider().getDocument(editor.getEditorInput());
  }

  static ISourceViewer viewer(ITextEditor editor) {
    return (ISourceViewer) editor.getAdapter(ITextOperationTarget.class);
  }

  StudySession session() {
    return StudySession.of(page().getWorkbenchWindow());
  }

  /** Return the answer that is shown, if it is the last word. */
  Optional<Answer> answer() {
    return session().state() instanceof Answer shown && shown.phase() == Phase.DONE ? Optional.of(shown) : Optional.empty();
  }

  static void awaitLanguage() {
    await("the language is ready", Language::isReady);
  }

  /** Let the workbench work until a condition holds. */
  static void await(String what, BooleanSupplier condition) {
    Display display = Display.getDefault();
    long end = System.currentTimeMillis() + LIMIT_MS;
    while (!condition.getAsBoolean()) {
      if (System.currentTimeMillis() > end) {
        fail("Waited in vain until " + what + ".");
      }
      if (!display.readAndDispatch()) {
        pause();
      }
    }
  }

  /** Let the workbench work for a while, to see that something does not happen. */
  static void idle(long milliseconds) {
    long end = System.currentTimeMillis() + milliseconds;
    await("time has passed", () -> System.currentTimeMillis() > end);
  }

  private static void pause() {
    try {
      Thread.sleep(5);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Do something with a dialog that is about to open and will keep whoever opens it waiting. */
  static void onDialog(Predicate<Shell> which, Consumer<Shell> action) {
    onDialog(which, action, System.currentTimeMillis() + DIALOG_LIMIT_MS);
  }

  private static void onDialog(Predicate<Shell> which, Consumer<Shell> action, long end) {
    Display display = Display.getDefault();
    Shell window = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell();
    display.timerExec(DIALOG_POLL_MS, () -> {
      Shell found = Stream.of(display.getShells())
          .filter(shell -> shell != window && shell.isVisible() && which.test(shell)).findFirst().orElse(null);
      boolean late = System.currentTimeMillis() > end;
      try {
        if (found != null) {
          action.accept(found);
        } else if (!late) {
          onDialog(which, action, end);
        }
      } catch (RuntimeException | Error e) {
        closeDialogs(window);
        throw e;
      }
      if (found == null && late) {
        closeDialogs(window);
      }
    });
  }

  private static void closeDialogs(Shell window) {
    Stream.of(window.getDisplay().getShells()).filter(shell -> shell != window && shell.isVisible()).forEach(Shell::close);
  }

  /** Return the first control of a kind under a composite that a condition admits. */
  static <T extends Control> T find(Composite parent, Class<T> kind, Predicate<T> condition) {
    T found = search(parent, kind, condition);
    return found == null ? fail("No %s is there.".formatted(kind.getSimpleName())) : found;
  }

  static <T extends Control> T search(Composite parent, Class<T> kind, Predicate<T> condition) {
    for (Control child : parent.getChildren()) {
      if (kind.isInstance(child) && condition.test(kind.cast(child))) {
        return kind.cast(child);
      }
      T below = child instanceof Composite inner ? search(inner, kind, condition) : null;
      if (below != null) {
        return below;
      }
    }
    return null;
  }

  /** Write a picture of the window to target/screenshots. */
  static void screenshot(String name) {
    idle(PAINT_MS);
    picture(name, PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell());
  }

  /** Write a picture of a window, as it is painted, to target/screenshots. */
  static void picture(String name, Shell shell) {
    var image = new Image(shell.getDisplay(), shell.getClientArea().width, shell.getClientArea().height);
    var gc = new GC(shell);
    gc.copyArea(image, 0, 0);
    gc.dispose();
    Path folder = Path.of(System.getProperty("imc.root", "."), "org.imc.tests", "target", "screenshots");
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var loader = new ImageLoader();
    loader.data = new ImageData[] {image.getImageData()};
    loader.save(folder.resolve(name + ".png").toString(), SWT.IMAGE_PNG);
    image.dispose();
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    page().closeAllEditors(false);
    for (IProject project : projects) {
      project.delete(true, true, null);
    }
    projects.clear();
    await("all jobs of the workspace are done", () -> Job.getJobManager().find(
        ResourcesPlugin.FAMILY_AUTO_BUILD).length == 0);
    idle(50);
  }
}
