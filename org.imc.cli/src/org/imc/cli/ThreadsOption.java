package org.imc.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How many threads the engine uses. */
final class ThreadsOption {

  private static final int MOST = 1024;

  @Spec(Spec.Target.MIXEE) private CommandSpec spec;

  @Option(names = "--threads", paramLabel = "N",
      description = "Use so many threads. Default: one a processor. The answer does not depend on it.")
  private @Nullable Integer threads;

  /** For picocli, which sets the rest. */
  ThreadsOption() { }

  /** Return the number of threads, at least 1; throws what picocli reports when another was asked for. */
  int count() {
    int count = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    if (count < 1 || count > MOST) {
      throw new ParameterException(spec.commandLine(), "--threads is %d. It must be from 1 to %d.".formatted(count, MOST));
    }
    return count;
  }
}
