package org.imc.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.imc.onnx.ImportOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Import networks of other tools. */
@Command(
    name = "import",
    description = "Write the network of an ONNX file as text of the language. Weights are not read; batch normalisation, biases and "
        + "activations are folded; what the macros do not compute is priced as the data it moves.",
    exitCodeList = {
      "0:The network was written; there may be warnings.",
      "1:The file is damaged, leaves a size open, or holds sizes that the language does not count.",
      "2:Wrong usage.",
      "3:A file cannot be read or written.",
      "130:Interrupted; nothing was written."
    },
    footer = {
      "  imc import resnet50.onnx",
      "  imc import resnet50.onnx --output resnet50.imc",
      "  imc import bert.onnx --size sequence=128 --weight 4"
    })
final class ImportCommand implements Callable<Integer> {

  private final ImcCommand imc;

  @Spec private CommandSpec spec;

  @Mixin private HelpOption help;

  @Parameters(paramLabel = "MODEL", description = "An ONNX file.")
  private Path model;

  @Option(names = {"-o", "--output"}, paramLabel = "FILE",
      description = "Write the network to a file that does not exist yet, instead of standard output.")
  private @Nullable Path output;

  @Option(names = "--force", description = "Replace the file if it exists.")
  private boolean force;

  @Option(names = "--name", paramLabel = "NAME", defaultValue = "", description = "Name of the network. Default: that of the file.")
  private String name;

  @Option(names = "--batch", paramLabel = "N", defaultValue = "1",
      description = "Inferences computed together, where the model leaves that open. Default: 1.")
  private long batch;

  @Option(names = "--size", paramLabel = "NAME=N", description = "Size of another dimension that the model leaves open; may be repeated.")
  private Map<String, Long> sizes = Map.of();

  @Option(names = "--weight", paramLabel = "BITS", defaultValue = "" + ImportOptions.USUAL_BITS,
      description = "Width of weights that are not quantised. Default: 8.")
  private int weightBits;

  @Option(names = "--activation", paramLabel = "BITS", defaultValue = "" + ImportOptions.USUAL_BITS,
      description = "Width of activations that are not quantised. Default: 8.")
  private int activationBits;

  ImportCommand(ImcCommand imc) {
    this.imc = imc;
  }

  @Override
  public Integer call() throws IOException {
    requireWithin("--batch", batch, ImportOptions.MOST_SIZE);
    requireWithin("--weight", weightBits, ImportOptions.MOST_BITS);
    requireWithin("--activation", activationBits, ImportOptions.MOST_BITS);
    for (Map.Entry<String, Long> size : sizes.entrySet()) {
      requireWithin("--size " + size.getKey(), size.getValue(), ImportOptions.MOST_SIZE);
    }
    if (output != null && !output.toString().endsWith(".imc")) {
      throw new ParameterException(spec.commandLine(),
          "--output is '%s'. A network goes into an .imc file. Maybe '%s.imc'.".formatted(output, output));
    }
    return new ImportRun(imc, model, output, force)
        .call(new ImportOptions(name, batch, sizes, weightBits, activationBits, Set.of()));
  }

  private void requireWithin(String option, long number, long most) {
    if (number < 1 || number > most) {
      throw new ParameterException(spec.commandLine(), "%s is %d. It must be from 1 to %d.".formatted(option, number, most));
    }
  }
}
