package org.imc.tests.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A standalone Spark cluster on the loopback interface, of the jars that the build has put together. */
final class SparkCluster implements AutoCloseable {

  private static final String LOOPBACK = "127.0.0.1";
  private static final long START_MS = 60_000;

  private final Path folder;
  private final int port;
  private final List<Process> processes = new ArrayList<>();

  private SparkCluster(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  /** Start a master, and workers of one core each; their files are put into a folder. */
  static SparkCluster start(Path folder, int workers) throws IOException, InterruptedException {
    var cluster = new SparkCluster(folder, freePort());
    cluster.run("master", "org.apache.spark.deploy.master.Master", "--port", Integer.toString(cluster.port));
    try {
      cluster.awaitMaster();
      for (int worker = 0; worker < workers; worker++) {
        cluster.run("worker" + worker, "org.apache.spark.deploy.worker.Worker", "--cores", "1", "--memory", "1g",
            "--work-dir", cluster.workFolder(worker).toString(), "spark://" + cluster.address());
      }
      return cluster;
    } catch (IOException | InterruptedException | RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  /** Return host and port of the master. */
  String address() {
    return LOOPBACK + ":" + port;
  }

  /** Return where a worker keeps what it does. */
  Path workFolder(int worker) {
    return folder.resolve("work" + worker);
  }

  /** Kill a worker, with all that it has started, without a warning. */
  void kill(int worker) throws InterruptedException {
    Process process = processes.get(1 + worker);
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().waitFor();
  }

  private void run(String name, String main, String... arguments) throws IOException {
    var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1", "-Xmx256m", "-cp", SparkEngineTest.SPARK.resolve("jars").resolve("*").toString(), main,
        "--host", LOOPBACK, "--webui-port", "0"));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true)
        .redirectOutput(folder.resolve(name + ".log").toFile());
    builder.environment().put("SPARK_HOME", SparkEngineTest.SPARK.toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", LOOPBACK);
    processes.add(builder.start());
  }

  private void awaitMaster() throws IOException, InterruptedException {
    long end = System.currentTimeMillis() + START_MS;
    while (true) {
      try (var socket = new Socket()) {
        socket.connect(new InetSocketAddress(LOOPBACK, port), 1000);
        return;
      } catch (IOException e) {
        if (System.currentTimeMillis() > end || !processes.getFirst().isAlive()) {
          throw new IOException("The master does not start; see " + folder.resolve("master.log"), e);
        }
        Thread.sleep(100);
      }
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws InterruptedException {
    for (Process process : processes.reversed()) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
    }
  }
}
