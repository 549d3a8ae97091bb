package org.imc.spark;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.imc.dsl.evaluation.ExplorationSource;
import org.imc.dsl.evaluation.StudyRunner;
import org.imc.dsl.evaluation.SweepEngine;
import org.imc.engine.Cancellation;
import org.imc.engine.explore.Appraiser;
import org.imc.engine.explore.Exploration;

/**
 * Appraises designs on Apache Spark: in threads of this process, or on the workers of a standalone cluster.
 *
 * <p>Takes no settings from outside: nobody can have other classes loaded or other addresses opened. On this machine
 * everything listens on the loopback interface only; the user interface of Spark is off.
 */
public final class SparkEngine implements SweepEngine {

  private static final String LOOPBACK = "127.0.0.1";
  private static final int CONNECT_MS = 5_000;

  /** Heap of a worker: the language, the engine, and one exploration. */
  private static final String EXECUTOR_MEMORY = "1g";

  /** Used by the service loader. */
  public SparkEngine() { }

  @Override
  public String name() {
    return "spark";
  }

  @Override
  public Appraiser start(String address, int threads, ExplorationSource source, Exploration exploration,
      Cancellation cancellation) throws IOException {
    SparkConf conf = new SparkConf(false)
        .setAppName("imc explore " + exploration.name())
        .set("spark.ui.enabled", "false");
    if (address.isEmpty()) {
      bindToLoopback(conf.setMaster("local[%d]".formatted(threads)));
    } else {
      join(address, conf);
    }
    try {
      return new SparkAppraiser(new JavaSparkContext(conf), !address.isEmpty(), source, exploration, cancellation);
    } catch (RuntimeException e) { // Spark says in its own words why it does not start
      throw new IOException("--engine spark: Spark does not start: " + firstLine(e), e);
    }
  }

  private static void bindToLoopback(SparkConf conf) {
    conf.set("spark.driver.host", LOOPBACK).set("spark.driver.bindAddress", LOOPBACK);
  }

  private static void join(String address, SparkConf conf) throws IOException {
    int colon = address.lastIndexOf(':');
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getByName(address.substring(0, colon)),
          Integer.parseInt(address.substring(colon + 1))), CONNECT_MS);
      InetAddress seen = socket.getLocalAddress(); // by which the cluster reaches this process
      conf.set("spark.driver.host", seen.getHostAddress()).set("spark.driver.bindAddress", seen.getHostAddress());
    } catch (IOException | IllegalArgumentException e) {
      throw new IOException("--engine spark: nobody listens at '%s' (%s). Maybe start the master of the cluster first"
          .formatted(address, e.getMessage()), e);
    }
    conf.setMaster("spark://" + address)
        .set("spark.executor.memory", EXECUTOR_MEMORY)
        .set("spark.executor.extraJavaOptions", "-Dguice_bytecode_gen_option=DISABLED")
        .set("spark.jars", jars().stream().map(Path::toString).collect(Collectors.joining(",")));
  }

  /** Return what workers must have: the jars beside that of the language, and this one. */
  private static List<Path> jars() throws IOException {
    Path language = origin(StudyRunner.class);
    if (!Files.isRegularFile(language)) {
      throw new IOException("--engine spark: a cluster needs the command line in jars. Maybe start it as './imc'");
    }
    try (Stream<Path> beside = Files.list(language.getParent())) {
      var jars = new ArrayList<>(beside.filter(path -> path.toString().endsWith(".jar")).sorted().toList());
      jars.add(origin(SparkEngine.class));
      return jars;
    }
  }

  private static Path origin(Class<?> type) {
    try {
      return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toPath();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Return what happened without the traces that Spark puts into its messages. */
  static String firstLine(Throwable e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return message.lines().findFirst().orElse("").strip();
  }
}
