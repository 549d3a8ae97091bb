package org.imc.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The option that every command has, and the headings of what it shows. */
@Command(
    optionListHeading = "%nOptions:%n",
    parameterListHeading = "%n",
    exitCodeListHeading = "%nExit codes:%n",
    footerHeading = "%nExamples:%n")
final class HelpOption {

  @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help and exit.")
  private boolean help;
}
