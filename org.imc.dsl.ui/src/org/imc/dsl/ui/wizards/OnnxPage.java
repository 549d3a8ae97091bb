package org.imc.dsl.ui.wizards;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.dialogs.ContainerSelectionDialog;
import org.imc.dsl.evaluation.SourceFiles;
import org.imc.dsl.ui.help.HelpContexts;
import org.imc.onnx.ImportOptions;
import org.imc.onnx.OnnxException;

/** Which file to import, where to, and what the file does not say. */
final class OnnxPage extends WizardPage {

  private static final String ONNX = ".onnx";
  private static final String EXTENSION = "." + SourceFiles.EXTENSION;

  private final Optional<IResource> selected;
  private Text source;
  private Text folder;
  private Text file;
  private Button replace;
  private Text name;
  private Text sizes;
  private Spinner batch;
  private Spinner weightBits;
  private Spinner activationBits;

  OnnxPage(IStructuredSelection selection) {
    super("onnx");
    setTitle("ONNX Network");
    setDescription("Write the network of an ONNX file as text of the language. Its weights are not read.");
    selected = Optional.ofNullable(Adapters.adapt(selection.getFirstElement(), IResource.class));
  }

  @Override
  public void createControl(Composite parent) {
    var all = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().numColumns(3).applyTo(all);
    source = text(all, "&ONNX file:", "an .onnx file", 1);
    browse(all, "&Browse…", this::browseSource);
    folder = text(all, "Into &folder:", "a project, or a folder in one", 1);
    browse(all, "B&rowse…", this::browseFolder);
    file = text(all, "File &name:", "such as resnet50.imc", 2);
    replace = new Button(all, SWT.CHECK);
    replace.setText("&Replace the file if it exists");
    replace.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> check()));
    GridDataFactory.fillDefaults().span(3, 1).indent(0, 2).applyTo(replace);
    name = text(all, "Name of the net&work:", "that of the ONNX file", 2);
    sizes = text(all, "Open &sizes:", "NAME=N, NAME=N; sizes that the ONNX file leaves open, such as sequence=128", 2);
    batch = spinner(all, "B&atch, where it is left open:", 1, ImportOptions.MOST_SIZE);
    weightBits = spinner(all, "W&eights that are not quantised, bit:", ImportOptions.USUAL_BITS, ImportOptions.MOST_BITS);
    activationBits = spinner(all, "A&ctivations that are not quantised, bit:", ImportOptions.USUAL_BITS, ImportOptions.MOST_BITS);
    setControl(all);
    HelpContexts.set(all, OnnxWizard.ID);
    prefill();
    check();
    setErrorMessage(null); // nothing was done wrong yet
  }

  private void prefill() {
    selected.ifPresent(resource -> {
      IContainer container = resource instanceof IContainer itself ? itself : resource.getParent();
      if (container.getType() != IResource.ROOT) {
        folder.setText(container.getFullPath().makeRelative().toString());
      }
      if (resource.getName().endsWith(ONNX) && resource.getLocation() != null) {
        source.setText(resource.getLocation().toOSString());
      }
    });
  }

  private Text text(Composite parent, String label, String hint, int columns) {
    new Label(parent, SWT.NONE).setText(label);
    var text = new Text(parent, SWT.BORDER);
    text.setMessage(hint);
    GridDataFactory.fillDefaults().grab(true, false).span(columns, 1).applyTo(text);
    text.addModifyListener(event -> {
      if (text == source) {
        nameFile();
      }
      check();
    });
    return text;
  }

  private Spinner spinner(Composite parent, String label, int value, int most) {
    new Label(parent, SWT.NONE).setText(label);
    var spinner = new Spinner(parent, SWT.BORDER);
    spinner.setValues(value, 1, most, 0, 1, 8);
    GridDataFactory.fillDefaults().span(2, 1).align(SWT.BEGINNING, SWT.CENTER).applyTo(spinner);
    return spinner;
  }

  private static void browse(Composite parent, String label, Runnable action) {
    var button = new Button(parent, SWT.PUSH);
    button.setText(label);
    button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
  }

  private void browseSource() {
    var dialog = new FileDialog(getShell(), SWT.OPEN);
    dialog.setText("ONNX File");
    dialog.setFilterExtensions(new String[] {"*" + ONNX, "*"});
    String chosen = dialog.open();
    if (chosen != null) {
      source.setText(chosen);
    }
  }

  private void browseFolder() {
    var dialog = new ContainerSelectionDialog(getShell(), ResourcesPlugin.getWorkspace().getRoot(), false, "Where the network is written.");
    if (dialog.open() == ContainerSelectionDialog.OK && dialog.getResult()[0] instanceof IPath path) {
      folder.setText(path.makeRelative().toString());
    }
  }

  /** Call the file as the source is called. */
  private void nameFile() {
    path().filter(Files::isRegularFile).ifPresent(path ->
        file.setText(path.getFileName().toString().replaceFirst("\\.[^.]*$", "") + EXTENSION));
  }

  private void check() {
    if (getControl() == null) {
      return; // the other fields are not there yet
    }
    Optional<String> problem = problem();
    setErrorMessage(problem.orElse(null));
    setPageComplete(problem.isEmpty());
  }

  private Optional<String> problem() {
    if (source.getText().isBlank()) {
      return Optional.of("Name the ONNX file.");
    }
    if (path().filter(Files::isRegularFile).isEmpty()) {
      return Optional.of("There is no file '%s'.".formatted(source.getText().strip()));
    }
    if (container().isEmpty()) {
      return Optional.of(folder.getText().isBlank() ? "Name the folder that the network goes into."
          : "There is no open project or folder '%s'.".formatted(folder.getText().strip()));
    }
    String wanted = file.getText().strip();
    if (!wanted.endsWith(EXTENSION) || !ResourcesPlugin.getWorkspace().validateName(wanted, IResource.FILE).isOK()) {
      return Optional.of("'%s' is no name of an .imc file. Maybe 'network.imc'.".formatted(wanted));
    }
    if (target().exists() && !replace.getSelection()) {
      return Optional.of("'%s' exists in '%s'. Maybe replace it, or name another file.".formatted(wanted, folder.getText().strip()));
    }
    return OpenSizes.problem(sizes.getText());
  }

  private Optional<Path> path() {
    try {
      return source.getText().isBlank() ? Optional.empty() : Optional.of(Path.of(source.getText().strip()));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private Optional<IContainer> container() {
    return Optional.ofNullable(ResourcesPlugin.getWorkspace().getRoot().findMember(IPath.fromOSString(folder.getText().strip())))
        .filter(resource -> resource instanceof IContainer && resource.getType() != IResource.ROOT && resource.isAccessible())
        .map(IContainer.class::cast);
  }

  private IFile target() {
    return container().orElseThrow().getFile(IPath.fromOSString(file.getText().strip()));
  }

  /** Return what is asked for; the page must be complete. */
  OnnxRequest request() {
    Map<String, Long> given = OpenSizes.parse(sizes.getText());
    return new OnnxRequest(path().orElseThrow(), target(), new ImportOptions(name.getText().strip(), batch.getSelection(), given,
        weightBits.getSelection(), activationBits.getSelection(), Set.of()));
  }

  /** Say why the file is not imported; where a size is missing, begin to write it. */
  void refuse(OnnxException reason) {
    reason.openSize().ifPresent(open -> {
      sizes.setText((sizes.getText().isBlank() ? "" : sizes.getText().strip() + ", ") + open + "=");
      sizes.setFocus();
      sizes.setSelection(sizes.getText().length());
    });
    setErrorMessage(reason.getMessage() + reason.openSize().map(" Give it below, such as '%s=128'."::formatted).orElse(""));
  }
}
