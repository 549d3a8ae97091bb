package org.imc.cli;

import com.google.inject.Injector;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.log4j.LogManager;
import org.imc.dsl.ide.ImcIdeSetup;
import org.imc.dsl.ide.server.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Serve an editor over the Language Server Protocol. */
@Command(
    name = "lsp",
    description = "Serve an editor over the Language Server Protocol, on standard input and output, until it leaves.",
    exitCodeList = {
      "0:The editor shut the server down.",
      "1:The editor left without a word.",
      "2:Wrong usage.",
      "3:The port cannot be listened on."
    },
    footer = {
      "  imc lsp                  an editor starts this",
      "  imc lsp --socket 7001    wait for one editor on a port of this computer"
    })
final class LspCommand implements Callable<Integer> {

  private static final int HIGHEST_PORT = 65_535;

  /** How often a signal to end is looked for. */
  private static final long GLANCE_MS = 200;

  private final ImcCommand imc;

  @Spec private CommandSpec spec;

  @Mixin private HelpOption help;

  @Option(names = "--stdio", description = "Use standard input and output. This is the default; some editors pass it.")
  private boolean standardStreams;

  @Option(names = "--socket", paramLabel = "PORT",
      description = "Wait for one editor on this port of the loopback interface; 0 takes a free one and tells it.")
  private @Nullable Integer port;

  LspCommand(ImcCommand imc) {
    this.imc = imc;
  }

  @Override
  public Integer call() throws IOException {
    if (port != null && (port < 0 || port > HIGHEST_PORT)) {
      throw new ParameterException(spec.commandLine(),
          "--socket is %d. It must be from 0 to %d.".formatted(port, HIGHEST_PORT));
    }
    if (port != null && standardStreams) {
      throw new ParameterException(spec.commandLine(), "--socket and --stdio exclude each other.");
    }
    LogManager.getLoggerRepository().setThreshold(org.apache.log4j.Level.OFF); // it would print into the protocol
    Logger transport = Logger.getLogger("org.eclipse.lsp4j");
    transport.setLevel(imc.isDebug() ? Level.INFO : Level.OFF); // an editor that leaves is no error
    return port == null ? serveStandardStreams() : serveSocket(port);
  }

  /** Whoever prints to {@code System.out} must not disturb the protocol. */
  private int serveStandardStreams() {
    PrintStream before = System.out;
    System.setOut(imc.output().err());
    try {
      return serve(imc.output().in(), imc.output().out());
    } finally {
      System.setOut(before);
    }
  }

  private int serveSocket(int number) throws IOException {
    try (var listener = new ServerSocket(number, 1, InetAddress.getLoopbackAddress())) {
      imc.output().err().println("imc: waiting for an editor on port %d".formatted(listener.getLocalPort()));
      try (Socket editor = listener.accept()) {
        editor.setTcpNoDelay(true); // or each answer waits some 40 ms for the editor's system to confirm its header
        return serve(editor.getInputStream(), editor.getOutputStream());
      }
    }
  }

  private int serve(InputStream in, OutputStream out) {
    Injector language = new ImcIdeSetup().createInjectorAndDoEMFRegistration();
    Session session = Session.open(language, in, out);
    while (true) {
      try {
        return session.exitCode().get(GLANCE_MS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        imc.cancellation().check();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException("The server was interrupted.");
      } catch (ExecutionException e) {
        throw new IllegalStateException("The session ended badly.", e.getCause());
      }
    }
  }
}
