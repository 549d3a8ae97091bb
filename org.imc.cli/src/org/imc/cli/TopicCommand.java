package org.imc.cli;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.imc.dsl.ide.reference.Reference;
import org.imc.dsl.linking.Spelling;
import org.imc.dsl.validation.CheckDescription;
import org.imc.dsl.validation.CheckDescriptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explain a command, or the code of a problem. */
@Command(
    name = "help",
    description = "Show how a command is used, what the code of a problem means and how to mend it, or the reference of "
        + "the language.",
    exitCodeList = {"0:Fine.", "2:Wrong usage."},
    footer = {
      "  imc help evaluate          how a command is used",
      "  imc help adc.bits-unused   what stands in brackets behind 'error' or 'warning'",
      "  imc help checks            all codes",
      "  imc help reference         the whole language, as Markdown"
    })
final class TopicCommand implements Callable<Integer> {

  private static final String CHECKS = "checks";
  private static final String REFERENCE = "reference";

  private final ImcCommand imc;

  @Spec private CommandSpec spec;

  @Mixin private HelpOption help;

  @Parameters(arity = "0..1", paramLabel = "TOPIC",
      description = "A command, the code of a problem, 'checks' for a list of all codes, or 'reference'.")
  private @Nullable String topic;

  @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "markdown",
      description = "How to write the reference: markdown (default) or html.")
  private Format format = Format.MARKDOWN;

  /** The forms of the reference. */
  enum Format {
    MARKDOWN, HTML
  }

  TopicCommand(ImcCommand imc) {
    this.imc = imc;
  }

  @Override
  public Integer call() {
    CommandLine root = spec.root().commandLine();
    PrintStream out = imc.output().out();
    if (topic == null) {
      root.usage(out);
    } else if (root.getSubcommands().containsKey(topic)) {
      root.getSubcommands().get(topic).usage(out);
    } else if (topic.equals(CHECKS)) {
      out.print(CheckHelp.list());
    } else if (topic.equals(REFERENCE)) {
      out.print(reference());
    } else {
      out.print(CheckHelp.of(CheckDescriptions.of(topic).orElseThrow(() -> unknown(root, topic))));
    }
    return ExitCode.OK;
  }

  private String reference() {
    Reference reference = Language.get(Reference.class);
    return format == Format.HTML ? reference.html() : reference.markdown();
  }

  private ParameterException unknown(CommandLine root, String typed) {
    Stream<String> known = Stream.of(
            root.getSubcommands().keySet().stream(), Stream.of(CHECKS, REFERENCE),
            CheckDescriptions.all().stream().map(CheckDescription::code))
        .flatMap(names -> names);
    return new ParameterException(spec.commandLine(), "There is no command or code '%s'.%s"
        .formatted(typed, Spelling.nearest(typed, known).map(" Maybe '%s'."::formatted).orElse("")));
  }
}
