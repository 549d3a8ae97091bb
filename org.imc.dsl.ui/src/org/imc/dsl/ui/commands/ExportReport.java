package org.imc.dsl.ui.commands;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.imc.dsl.evaluation.StudyResult;
import org.imc.dsl.report.FileNames;
import org.imc.dsl.report.ReportFormat;
import org.imc.dsl.ui.evaluation.StudySession;
import org.imc.dsl.ui.views.Results;
import org.jspecify.annotations.Nullable;

/** Write the answer that is shown into a file, in one of the formats of the command line. */
public final class ExportReport extends AbstractHandler {

  private record Kind(String label, String extension, ReportFormat format) { }

  private static final List<Kind> KINDS = List.of(new Kind("Text (*.txt)", "txt", ReportFormat.TEXT),
      new Kind("JSON (*.json)", "json", ReportFormat.JSON), new Kind("Layers as CSV (*.csv)", "csv", ReportFormat.CSV),
      new Kind("Mappings in the language (*.imc)", "imc", ReportFormat.MAPPING));

  @Override
  public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
    Shell shell = HandlerUtil.getActiveShell(event);
    var shown = Results.of(StudySession.of(HandlerUtil.getActiveWorkbenchWindowChecked(event)).state());
    if (shown.isEmpty()) {
      MessageDialog.openInformation(shell, "Export Report", "There is no answer to export. Maybe evaluate a study first (F9).");
      return null;
    }
    var dialog = new FileDialog(shell, SWT.SAVE);
    dialog.setText("Export Report");
    dialog.setFilterNames(KINDS.stream().map(Kind::label).toArray(String[]::new));
    dialog.setFilterExtensions(KINDS.stream().map(kind -> "*." + kind.extension()).toArray(String[]::new));
    dialog.setFileName("report.txt");
    dialog.setOverwrite(true);
    String chosen = dialog.open();
    if (chosen != null) {
      write(shown.get(), Path.of(chosen), Math.max(0, dialog.getFilterIndex()));
    }
    return null;
  }

  /** Write a report: in the format that the name of the file asks for, or else in the one that was chosen. */
  public static void write(StudyResult result, Path file, int chosen) throws ExecutionException {
    Kind kind = KINDS.stream().filter(each -> file.toString().endsWith("." + each.extension())).findFirst()
        .orElse(KINDS.get(chosen));
    try {
      Files.writeString(file, kind.format().render(List.of(result), FileNames.URIS), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new ExecutionException("'%s' could not be written: %s".formatted(file, e.getMessage()), e);
    }
  }
}
