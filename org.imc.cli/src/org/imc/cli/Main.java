package org.imc.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.imc.engine.Cancellation;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code imc} command. */
public final class Main {

  private static final int USAGE_WIDTH = 100;

  private Main() { }

  /** Run the command and leave the process with its exit code. */
  public static void main(String[] arguments) {
    System.setProperty("guice_bytecode_gen_option", "DISABLED"); // it would warn of what Java is going to forbid
    Locale.setDefault(Locale.ROOT); // numbers look the same everywhere
    Interruption interruption = Interruption.install();
    var results = new ResultStream();
    Output output = Output.ofProcess(results);
    int code = run(output, interruption, arguments);
    output.out().flush();
    results.failure().ifPresent(output.err()::println);
    if (output.out().checkError() && code == ExitCode.OK) {
      code = ExitCode.FILES;
    }
    interruption.finished();
    System.exit(code);
  }

  /**
   * Run the command inside a process that goes on.
   *
   * @return the exit code
   */
  public static int run(Output output, Cancellation cancellation, String... arguments) {
    var imc = new ImcCommand(output, cancellation);
    try {
      return commandLine(imc).execute(arguments);
    } catch (Error e) { // Xtext says so too when it was cancelled
      return cancellation.isCancelled() ? ExitCode.INTERRUPTED : fault(e, imc);
    } finally {
      output.out().flush();
      output.err().flush();
    }
  }

  private static CommandLine commandLine(ImcCommand imc) {
    var commandLine = new CommandLine(imc)
        .addSubcommand(new CheckCommand(imc))
        .addSubcommand(new DiffCommand(imc))
        .addSubcommand(new EvaluateCommand(imc))
        .addSubcommand(new ExplainCommand(imc))
        .addSubcommand(new ExploreCommand(imc))
        .addSubcommand(new FormatCommand(imc))
        .addSubcommand(new ImportCommand(imc))
        .addSubcommand(new LspCommand(imc))
        .addSubcommand(new ReportCommand(imc))
        .addSubcommand(new SurveyCommand(imc))
        .addSubcommand(new VerifyCommand(imc))
        .addSubcommand(new ValidateCommand(imc))
        .addSubcommand(new TopicCommand(imc));
    OptionWords.register(commandLine);
    return commandLine
        .registerConverter(Path.class, Main::path)
        .registerConverter(int.class, typed -> number(typed, Integer::valueOf))
        .registerConverter(Integer.class, typed -> number(typed, Integer::valueOf))
        .registerConverter(long.class, typed -> number(typed, Long::valueOf))
        .registerConverter(Long.class, typed -> number(typed, Long::valueOf))
        .setOut(new PrintWriter(imc.output().out(), true))
        .setErr(new PrintWriter(imc.output().err(), true))
        .setUsageHelpWidth(USAGE_WIDTH)
        .setUsageHelpAutoWidth(false)
        .setParameterExceptionHandler(Main::usage)
        .setExecutionExceptionHandler((fault, command, parsed) -> failure(fault, imc));
  }

  /** Refuse an empty path: it would stand for this folder, and comes from a variable of the shell that is not set. */
  private static Path path(String typed) {
    if (typed.isEmpty()) {
      throw new TypeConversionException("it is empty. Maybe a variable of the shell is not set");
    }
    try {
      return Path.of(typed);
    } catch (InvalidPathException e) { // of a locale without its letters, or with a zero byte
      throw new TypeConversionException("'%s' cannot be the name of a file here: %s. Maybe set LC_ALL to C.UTF-8"
          .formatted(typed, e.getReason()));
    }
  }

  /** Refuse what is no number in the words of people; picocli's are those of Java. */
  private static <T> T number(String typed, Function<String, T> reader) {
    try {
      return reader.apply(typed);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'%s' is not a whole number%s".formatted(typed, typed.matches("[-+]?\\d+") ? " of that size" : ""));
    }
  }

  /** Say what is wrong with the arguments, and where to read more. */
  private static int usage(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    command.getErr().println(name + ": " + Printable.of(e.getMessage()));
    UnmatchedArgumentException.printSuggestions(e, command.getErr());
    command.getErr().println("Try '%s --help'.".formatted(name));
    return ExitCode.USAGE;
  }

  private static int failure(Exception e, ImcCommand imc) {
    if (imc.cancellation().isCancelled()) {
      return ExitCode.INTERRUPTED; // whatever else the fault looks like
    }
    return switch (e) {
      case CancellationException cancelled -> ExitCode.INTERRUPTED;
      case IOException io -> unreadable(io, imc);
      case UncheckedIOException io -> unreadable(io.getCause(), imc);
      default -> fault(e, imc);
    };
  }

  private static int unreadable(IOException e, ImcCommand imc) {
    imc.output().err().println("imc: " + Printable.of(Reasons.of(e)));
    return ExitCode.FILES;
  }

  private static int fault(Throwable e, ImcCommand imc) {
    imc.output().err().println("imc: internal error: %s. This is a fault of imc, please report it%s."
        .formatted(Printable.of(e.toString()), imc.isDebug() ? "" : "; '--debug' shows more"));
    if (imc.isDebug()) {
      e.printStackTrace(imc.output().err());
    }
    return ExitCode.FAULT;
  }
}
