package org.imc.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.xtext.util.CancelIndicator;
import org.imc.dsl.ide.live.LiveFile;
import org.imc.dsl.ide.live.Snapshot;
import org.imc.dsl.ide.live.SourceText;

/** Print how much heap is in use, collected, with large things open as in an editor. Target: 512 MiB. */
public final class HeapUse {

  private static final int MEBI = 1 << 20;

  private HeapUse() { }

  /** Open the file of 5,000 lines, then one file of a workspace of 200, then nine more of them. */
  public static void main(String[] arguments) {
    var open = new ArrayList<LiveFile>();
    print("the language alone", open);
    SourceText large = Texts.file(5_000);
    open.add(analysed(new Snapshot(large, List.of())));
    print("5,000 lines", open);
    open.clear();
    List<SourceText> workspace = Texts.workspace(200);
    for (int file = 1; file <= 10; file++) {
      open.add(analysed(Texts.snapshot(workspace.get(file), workspace)));
      if (file == 1 || file == 10) {
        print("%d open of 200 files".formatted(file), open);
      }
    }
  }

  private static LiveFile analysed(Snapshot snapshot) {
    LiveFile live = Services.get(LiveFile.class);
    live.analyse(snapshot, CancelIndicator.NullImpl);
    return live;
  }

  private static void print(String what, List<LiveFile> open) {
    Services.get(LiveFile.class);
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    System.out.printf("%-24s %4d MiB (%d models)%n",
        what, (runtime.totalMemory() - runtime.freeMemory()) / MEBI, open.size());
  }
}
