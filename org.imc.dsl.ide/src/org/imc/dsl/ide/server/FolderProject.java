package org.imc.dsl.ide.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.ide.server.UriExtensions;
import org.eclipse.xtext.util.IFileSystemScanner;
import org.eclipse.xtext.workspace.IProjectConfig;
import org.eclipse.xtext.workspace.ISourceFolder;
import org.eclipse.xtext.workspace.IWorkspaceConfig;
import org.eclipse.xtext.workspace.WorkspaceConfig;
import org.imc.dsl.evaluation.SourceFiles;
import org.jspecify.annotations.Nullable;

/**
 * A folder whose files see each other: a workspace folder with all below it, or the folder of a file that was opened alone.
 *
 * <p>The bounds are those of {@link SourceFiles}: hidden folders, links and what is too large are left out.
 */
final class FolderProject implements IProjectConfig, ISourceFolder {

  private static final int MAX_DEPTH = 32;

  private final URI folder;
  private final boolean deep;
  private final UriExtensions uris;
  private final WorkspaceConfig workspace;

  private FolderProject(URI folder, boolean deep, UriExtensions uris, WorkspaceConfig workspace) {
    this.folder = folder.hasTrailingPathSeparator() ? folder : folder.appendSegment("");
    this.deep = deep;
    this.uris = uris;
    this.workspace = workspace;
  }

  /** Return a folder with all below it. */
  static FolderProject deep(URI folder, UriExtensions uris, WorkspaceConfig workspace) {
    return new FolderProject(folder, true, uris, workspace);
  }

  /** Return a folder without those below it. */
  static FolderProject flat(URI folder, UriExtensions uris, WorkspaceConfig workspace) {
    return new FolderProject(folder, false, uris, workspace);
  }

  @Override
  public String getName() {
    return folder.toString();
  }

  @Override
  public URI getPath() {
    return folder;
  }

  @Override
  public Set<? extends ISourceFolder> getSourceFolders() {
    return Set.of(this);
  }

  @Override
  public boolean contains(URI uri) {
    boolean inside = uri.toString().startsWith(folder.toString());
    return inside && (deep || uri.trimSegments(1).equals(folder.trimSegments(1)));
  }

  @Override
  public @Nullable ISourceFolder findSourceFolderContaining(URI member) {
    return contains(member) ? this : null;
  }

  @Override
  public IWorkspaceConfig getWorkspaceConfig() {
    return workspace;
  }

  @Override
  public List<URI> getAllResources(IFileSystemScanner scanner) {
    var found = new ArrayList<URI>();
    Path root = folder.isFile() ? Path.of(folder.toFileString()) : null;
    if (root == null || !Files.isDirectory(root)) {
      return found;
    }
    try {
      Files.walkFileTree(root, EnumSet.noneOf(FileVisitOption.class), deep ? MAX_DEPTH : 1, new SimpleFileVisitor<>() {
        @Override
        public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
          boolean hidden = !path.equals(root) && path.getFileName().toString().startsWith(".");
          return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
          if (isSource(path, attributes)) {
            found.add(uris.toUri(path.toUri().toString()));
          }
          return found.size() < SourceFiles.MAX_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path path, IOException e) {
          return FileVisitResult.CONTINUE; // what cannot be read is as if it were not there
        }
      });
    } catch (IOException e) {
      throw new UncheckedIOException("The folder '%s' cannot be read.".formatted(root), e);
    }
    found.sort((a, b) -> a.toString().compareTo(b.toString()));
    return found;
  }

  private static boolean isSource(Path path, BasicFileAttributes attributes) {
    String name = path.getFileName().toString();
    return attributes.isRegularFile() && !name.startsWith(".") && name.endsWith("." + SourceFiles.EXTENSION)
        && attributes.size() <= SourceFiles.MAX_FILE_BYTES;
  }
}
