package org.imc.cli;

import java.util.concurrent.Callable;
import org.imc.engine.Cancellation;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command without a subcommand: what all of them share. */
@Command(
    name = "imc",
    versionProvider = VersionText.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Describe in-memory-computing chips and neural networks in .imc files, and see what the networks cost on "
        + "the chips: energy, time and area, with every layer mapped optimally.",
    commandListHeading = "%nCommands:%n",
    exitCodeList = {
      "0:Fine.",
      "1:The input has errors, is not formatted, or a layer does not fit.",
      "2:Wrong usage.",
      "3:A file cannot be read or written.",
      "70:A fault of this program.",
      "130:Interrupted."
    },
    footer = {
      "  imc check .",
      "  imc evaluate examples/quickstart",
      "  imc survey --style digital",
      "  imc help evaluate",
      "  imc help unit.missing",
      "",
      "'./imc workbench' opens the Eclipse workbench. The manual is docs/cli.md."
    })
final class ImcCommand implements Callable<Integer> {

  private final Output output;
  private final Cancellation cancellation;

  @Spec private CommandSpec spec;

  @Mixin private HelpOption help;

  @Option(names = "--version", versionHelp = true, description = "Show the versions of imc, engine and Java, and exit.")
  private boolean version;

  @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show where in the program an internal error arose.")
  private boolean debug;

  private ColorMode color = ColorMode.AUTO;

  ImcCommand(Output output, Cancellation cancellation) {
    this.output = output;
    this.cancellation = cancellation;
  }

  @Option(names = "--color", scope = ScopeType.INHERIT, paramLabel = "WHEN", defaultValue = "auto",
      description = "Colour messages: always, never or auto. Default: auto, which is in a terminal unless NO_COLOR is set.")
  void setColor(ColorMode mode) {
    color = mode;
    Ansi ansi = mode.colors(output.outIsTerminal()) ? Ansi.ON : Ansi.OFF;
    spec.root().commandLine().setColorScheme(CommandLine.Help.defaultColorScheme(ansi));
  }

  /** Refuse to guess what is wanted. */
  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "No command was given.");
  }

  Output output() {
    return output;
  }

  Cancellation cancellation() {
    return cancellation;
  }

  boolean isDebug() {
    return debug;
  }

  /** Return whether messages on standard error are coloured. */
  boolean colorsErrors() {
    return color.colors(output.errIsTerminal());
  }
}
