package org.imc.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.xtext.util.CancelIndicator;
import org.imc.dsl.ide.live.LiveFiles;
import org.imc.dsl.ide.live.Snapshot;
import org.imc.dsl.ide.live.SourceText;

/** Print how much heap is in use, collected, with large things open as in an editor. Target: 512 MiB. */
public final class HeapUse {

  private static final int MEBI = 1 << 20;
  private static final int FILES = 200;
  private static final Set<Integer> PRINTED = Set.of(1, 10, 50, FILES);

  private HeapUse() { }

  /** Open the file of 5,000 lines, then one file of a workspace of 200, then more of them, up to all. */
  public static void main(String[] arguments) {
    var open = new ArrayList<Object>();
    print("the language alone", open);
    SourceText large = Texts.file(5_000);
    open.add(analysed(new Snapshot(large, List.of())));
    print("5,000 lines", open);
    open.clear();
    List<SourceText> workspace = Texts.workspace(FILES);
    for (SourceText file : workspace) {
      open.add(analysed(Texts.snapshot(file, workspace)));
      if (PRINTED.contains(open.size())) {
        print("%d open of %d files".formatted(open.size(), FILES), open);
      }
    }
  }

  /** Open a document as an editor does, and keep what stands for it. */
  private static Object analysed(Snapshot snapshot) {
    var document = new Object();
    Services.get(LiveFiles.class).of(document).analyse(snapshot, CancelIndicator.NullImpl);
    return document;
  }

  private static void print(String what, List<Object> open) {
    Services.get(LiveFiles.class);
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    System.out.printf("%-24s %4d MiB (%d open)%n",
        what, (runtime.totalMemory() - runtime.freeMemory()) / MEBI, open.size());
  }
}
