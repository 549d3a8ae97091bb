package org.imc.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;

/**
 * Where a command reads and writes. Results go to {@code out}, everything else to {@code err}.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error
 * @param outIsTerminal whether a person sees {@code out}
 * @param errIsTerminal whether a person sees {@code err}
 */
public record Output(
    InputStream in, PrintStream out, PrintStream err, boolean outIsTerminal, boolean errIsTerminal) {

  /** Return the streams of this process, of which standard output goes through a stream that knows what failed. */
  static Output ofProcess(ResultStream results) {
    var encoding = Terminal.encoding();
    return new Output(System.in,
        new PrintStream(new BufferedOutputStream(results), false, encoding),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, encoding),
        Terminal.showsOutput(), Terminal.showsErrors());
  }
}
