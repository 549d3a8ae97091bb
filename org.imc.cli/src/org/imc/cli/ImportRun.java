package org.imc.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.IGrammarAccess;
import org.eclipse.xtext.resource.XtextResource;
import org.imc.dsl.evaluation.Problem;
import org.imc.onnx.ImportOptions;
import org.imc.onnx.ImportWarning;
import org.imc.onnx.ImportedNetwork;
import org.imc.onnx.OnnxException;
import org.imc.onnx.OnnxImport;
import org.jspecify.annotations.Nullable;

/**
 * One run of {@code imc import}.
 *
 * @param imc where to write
 * @param model the ONNX file
 * @param output where the network goes; null for standard output
 * @param force whether a file there may be replaced
 */
record ImportRun(ImcCommand imc, Path model, @Nullable Path output, boolean force) {

  /**
   * Import the model.
   *
   * @param options what the model does not say
   * @return the exit code
   */
  int call(ImportOptions options) throws IOException {
    if (output != null) {
      OutputFile.requireWritable(output);
      if (Files.exists(output) && !force) {
        throw new IOException("'%s' exists. Maybe '--force' to replace it.".formatted(output));
      }
    }
    ImportedNetwork network;
    try {
      Set<String> words = GrammarUtil.getAllKeywords(Language.get(IGrammarAccess.class).getGrammar());
      network = OnnxImport.read(model, options.reserving(words), imc.cancellation()::isCancelled);
    } catch (OnnxException e) {
      String advice = e.openSize().map(" Maybe add '--size %s=128'."::formatted).orElse("");
      imc.output().err().println("%s: error: %s".formatted(Printable.of(model.toString()), Printable.of(e.getMessage() + advice)));
      return ExitCode.PROBLEMS;
    }
    for (ImportWarning warning : network.warnings()) {
      imc.output().err().println("%s: warning: %s".formatted(Printable.of(model.toString()), Printable.of(warning.toString())));
    }
    OutputFile.writeReport(output, network.text(), imc.output());
    return isSound(network) ? ExitCode.OK : ExitCode.PROBLEMS;
  }

  /** Check the text as any other, for sizes that no network has. */
  private boolean isSound(ImportedNetwork network) throws IOException {
    XtextResource text = Formatting.parse(new ByteArrayInputStream(network.text().getBytes(StandardCharsets.UTF_8)));
    List<Problem> errors = Language.runner().check(text, imc.cancellation()::isCancelled).stream().filter(Problem::isError).toList();
    String name = output == null ? network.name() : output.toString();
    var diagnostics = new Diagnostics(imc.output().err(), imc.colorsErrors(), file -> name, file -> network.text());
    diagnostics.print(errors);
    diagnostics.printSummary();
    return errors.isEmpty();
  }
}
