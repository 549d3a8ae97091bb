package org.imc.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SimpleFutureAction;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.imc.dsl.evaluation.ExplorationSource;
import org.imc.engine.Cancellation;
import org.imc.engine.explore.Appraiser;
import org.imc.engine.explore.Design;
import org.imc.engine.explore.Exploration;
import org.imc.engine.explore.Pace;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction0;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/**
 * Appraises designs as jobs of Spark: one part of them a task, no shuffle. Spark gives the parts of a worker that is lost to
 * another one.
 */
final class SparkAppraiser implements Appraiser {

  /** So that no core waits long for the last one. */
  private static final int PARTS_PER_CORE = 4;

  private static final int BOUNDED_PER_CORE = 512;
  private static final int PRICED_PER_CORE = 16;
  private static final int MOST_AT_ONCE = 1 << 18;

  private static final long LISTEN_MS = 50;

  /** How long a cluster may have no worker for us, ns. */
  private static final long PATIENCE_NS = 60_000_000_000L;

  private final JavaSparkContext context;
  private final boolean cluster;
  private final Broadcast<ShippedExploration> exploration;
  private final Cancellation cancellation;
  private final Pace pace;
  private long workerSeen = System.nanoTime();

  SparkAppraiser(JavaSparkContext context, boolean cluster, ExplorationSource source, Exploration read,
      Cancellation cancellation) {
    this.context = context;
    this.cluster = cluster;
    var shipped = new ShippedExploration(source);
    exploration = context.broadcast(shipped);
    shipped.know(read); // not before: Spark looks into what it sends, to find out how large it is
    this.cancellation = cancellation;
    pace = new Pace(() -> PRICED_PER_CORE * cores(), MOST_AT_ONCE);
  }

  private int cores() {
    return Math.max(1, context.defaultParallelism());
  }

  @Override
  public int boundedAtOnce() {
    return Math.min(MOST_AT_ONCE, BOUNDED_PER_CORE * cores());
  }

  @Override
  public int pricedAtOnce() {
    return pace.atOnce();
  }

  @Override
  public void bound(List<Design> designs, Answers answers) {
    run(designs, false, answers);
  }

  @Override
  public void price(List<Design> designs, Answers answers) {
    pace.time(() -> run(designs, true, answers));
  }

  private void run(List<Design> designs, boolean exactly, Answers answers) {
    List<Part> parts = parts(designs);
    JavaRDD<Part> distributed = context.parallelize(parts, parts.size());
    BlockingQueue<PartAnswer> answered = new LinkedBlockingQueue<>();
    SimpleFutureAction<BoxedUnit> job = context.sc().submitJob(distributed.rdd(), new PartWork(exploration, exactly),
        CollectionConverters.asScala(indices(parts)).toSeq(), new AbstractFunction2<Object, PartAnswer, BoxedUnit>() {
          @Override
          public BoxedUnit apply(Object part, PartAnswer answer) {
            answered.add(answer); // on a thread of Spark, which must not fail
            return BoxedUnit.UNIT;
          }
        }, new AbstractFunction0<BoxedUnit>() {
          @Override
          public BoxedUnit apply() {
            return BoxedUnit.UNIT;
          }
        });
    try {
      for (int missing = parts.size(); missing > 0; missing--) {
        await(job, answered).tell(answers);
      }
    } finally {
      job.cancel(); // nothing happens when it has ended
    }
  }

  private List<Part> parts(List<Design> designs) {
    int count = Math.min(designs.size(), PARTS_PER_CORE * cores());
    var parts = new ArrayList<Part>();
    for (int k = 0; k < count; k++) {
      int first = (int) ((long) designs.size() * k / count);
      int last = (int) ((long) designs.size() * (k + 1) / count);
      parts.add(new Part(first, designs.subList(first, last).stream().mapToLong(Design::index).toArray()));
    }
    return parts;
  }

  private static List<Object> indices(List<Part> parts) {
    var indices = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      indices.add(i);
    }
    return indices;
  }

  /** Wait for the next answer. */
  private PartAnswer await(SimpleFutureAction<BoxedUnit> job, BlockingQueue<PartAnswer> answered) {
    try {
      while (true) {
        cancellation.check();
        boolean ended = job.isCompleted(); // asked before the last look
        PartAnswer answer = answered.poll(ended ? 0 : LISTEN_MS, TimeUnit.MILLISECONDS);
        if (answer != null) {
          return answer;
        }
        if (ended) {
          throw failure(job);
        }
        requireWorker();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("The sweep was interrupted.");
    }
  }

  private static UncheckedIOException failure(SimpleFutureAction<BoxedUnit> job) {
    String reason = job.value().get().failed().toOption()
        .map(e -> SparkEngine.firstLine((Throwable) e)).getOrElse(() -> "it does not say why");
    return new UncheckedIOException(new IOException("--engine spark: Spark gave up: " + reason));
  }

  /** Give up when a cluster has had no worker for us for some time; Spark itself would wait for ever. */
  private void requireWorker() {
    if (!cluster || context.sc().statusTracker().getExecutorInfos().length > 1) { // the driver is one of them
      workerSeen = System.nanoTime();
    } else if (System.nanoTime() - workerSeen > PATIENCE_NS) {
      throw new UncheckedIOException(new IOException(("--engine spark: the cluster has had no worker for this for %d s."
          + " Maybe start one, with a core and 1 GiB to spare").formatted(TimeUnit.NANOSECONDS.toSeconds(PATIENCE_NS))));
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
