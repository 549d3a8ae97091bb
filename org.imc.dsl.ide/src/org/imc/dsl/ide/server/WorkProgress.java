package org.imc.dsl.ide.server;

import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.WorkDoneProgressNotification;
import org.eclipse.lsp4j.WorkDoneProgressReport;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;
import org.imc.engine.Progress;
import org.jspecify.annotations.Nullable;

/** Tell the client how far an evaluation has come, not more often than a reader can follow. */
final class WorkProgress implements Progress {

  private static final long PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(100);

  private final LanguageClient client;
  private final @Nullable Either<String, Integer> token;
  private long last;

  private WorkProgress(LanguageClient client, @Nullable Either<String, Integer> token) {
    this.client = client;
    this.token = token;
  }

  /**
   * Begin to tell.
   *
   * @param given the token that the client gave with its request, if it did
   * @param supported whether the client follows progress that it did not ask for
   */
  static WorkProgress begin(
      LanguageClient client, @Nullable Either<String, Integer> given, boolean supported, String title) {
    Either<String, Integer> token = given;
    if (token == null && supported) {
      token = Either.forLeft("imc-" + UUID.randomUUID());
      client.createProgress(new WorkDoneProgressCreateParams(token)); // a client answers in the order it was asked
    }
    var progress = new WorkProgress(client, token);
    var begin = new WorkDoneProgressBegin();
    begin.setTitle(title);
    begin.setCancellable(true);
    begin.setPercentage(0);
    progress.tell(begin);
    return progress;
  }

  @Nullable Either<String, Integer> token() {
    return token;
  }

  @Override
  public void report(int done, int total, String what) {
    long now = System.nanoTime();
    if (now - last < PAUSE_NS) {
      return;
    }
    last = now;
    var report = new WorkDoneProgressReport();
    report.setMessage("%s (%d of %d)".formatted(what, done, total));
    report.setPercentage(Math.clamp(100L * done / Math.max(1, total), 0, 100));
    tell(report);
  }

  void end(String message) {
    var end = new WorkDoneProgressEnd();
    end.setMessage(message);
    tell(end);
  }

  private void tell(WorkDoneProgressNotification notification) {
    if (token != null) {
      client.notifyProgress(new ProgressParams(token, Either.forLeft(notification)));
    }
  }
}
