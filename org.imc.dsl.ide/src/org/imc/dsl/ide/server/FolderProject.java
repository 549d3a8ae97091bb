package org.imc.dsl.ide.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.ide.server.UriExtensions;
import org.eclipse.xtext.util.IFileSystemScanner;
import org.eclipse.xtext.workspace.WorkspaceConfig;
import org.imc.dsl.evaluation.SourceFiles;
import org.imc.dsl.evaluation.SourceFolder;

/**
 * A folder whose files see each other: a workspace folder with all below it, or the folder of a file that was opened alone.
 *
 * <p>The bounds are those of {@link SourceFiles}: what is hidden, a link or too large is left out.
 */
final class FolderProject extends OneFolder {

  private final boolean deep;
  private final UriExtensions uris;

  private FolderProject(URI folder, boolean deep, UriExtensions uris, WorkspaceConfig workspace) {
    super(folder.hasTrailingPathSeparator() ? folder : folder.appendSegment(""), workspace);
    this.deep = deep;
    this.uris = uris;
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
    return getPath().toString();
  }

  @Override
  public boolean contains(URI uri) {
    boolean inside = uri.toString().startsWith(getPath().toString());
    return inside && (deep || uri.trimSegments(1).equals(getPath().trimSegments(1)));
  }

  @Override
  public List<URI> getAllResources(IFileSystemScanner scanner) {
    return files(getPath());
  }

  /** Return the files of the project in a folder; none when there is no such folder. */
  List<URI> files(URI folder) {
    Path root = folder.isFile() ? Path.of(folder.toFileString()) : null;
    if (root == null || !Files.isDirectory(root)) {
      return List.of();
    }
    try {
      return SourceFolder.files(root, deep).stream()
          .limit(SourceFiles.MAX_FILES)
          .map(path -> uris.toUri(path.toUri().toString()))
          .filter(FolderProject::canBeRead)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The folder '%s' cannot be read.".formatted(root), e);
    }
  }

  /** Return whether a file is there, may be read, and is no larger than any that people write. */
  static boolean canBeRead(URI file) {
    try {
      Path path = Path.of(file.toFileString());
      return Files.isRegularFile(path) && Files.isReadable(path) && Files.size(path) <= SourceFiles.MAX_FILE_BYTES;
    } catch (IOException e) {
      return false; // what cannot be read is as if it were not there
    }
  }
}
