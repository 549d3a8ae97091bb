package org.imc.dsl.evaluation;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;

/** Find the language's files in a folder. What is hidden, a link, or in a folder that cannot be read, is passed over. */
public final class SourceFolder {

  private static final int MAX_DEPTH = 32;

  private SourceFolder() { }

  /**
   * Return the files of a folder in the order of their paths: at most one more than {@link SourceFiles#MAX_FILES}.
   *
   * @param deep whether those of folders below count as well
   * @throws IOException when the folder itself cannot be read
   */
  public static List<Path> files(Path folder, boolean deep) throws IOException {
    var found = new ArrayList<Path>();
    Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), deep ? MAX_DEPTH : 1, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
        return !path.equals(folder) && isHidden(path) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
        if (attributes.isRegularFile() && !isHidden(path) && path.toString().endsWith("." + SourceFiles.EXTENSION)) {
          found.add(path);
        }
        return found.size() <= SourceFiles.MAX_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path path, IOException e) throws IOException {
        if (path.equals(folder)) {
          throw e;
        }
        return FileVisitResult.CONTINUE;
      }
    });
    Collections.sort(found);
    return found;
  }

  private static boolean isHidden(Path path) {
    return path.getFileName().toString().startsWith(".");
  }
}
