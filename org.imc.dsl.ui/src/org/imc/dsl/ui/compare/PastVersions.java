package org.imc.dsl.ui.compare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.DateFormat;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFileState;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.text.IDocument;
import org.imc.dsl.evaluation.SourceFiles;
import org.imc.dsl.ide.live.Snapshot;
import org.imc.dsl.ide.live.SourceText;
import org.imc.dsl.ui.compare.Other.Version;
import org.imc.dsl.ui.sources.Snapshots;

/** The older versions of a file: those that the platform keeps, and those of the git repository that it stands in. */
final class PastVersions {

  /** How many are offered of each. */
  static final int MOST = 20;

  /** Reads repositories; in the product, and in each workbench that knows git. */
  private static final String JGIT = "org.eclipse.jgit";

  private PastVersions() { }

  /**
   * Return the versions of the file that a document edits, the latest first. Takes some time.
   *
   * @param study which of the studies is asked for, from 0
   */
  static List<Version> of(IDocument document, int study) {
    Optional<IFile> file = Snapshots.file(document).filter(IFile::exists);
    var versions = new ArrayList<Version>();
    if (file.isPresent()) {
      versions.addAll(kept(file.get(), document, study));
      if (Platform.getBundle(JGIT) != null) {
        versions.addAll(committed(file.get(), study));
      }
    }
    return versions;
  }

  private static List<Version> kept(IFile file, IDocument document, int study) {
    var versions = new ArrayList<Version>();
    try {
      DateFormat format = DateFormat.getDateTimeInstance(DateFormat.SHORT, DateFormat.MEDIUM);
      for (IFileState state : file.getHistory(null)) {
        if (versions.size() < MOST) {
          versions.add(new Version("version of " + format.format(new Date(state.getModificationTime())),
              () -> read(state, document), study));
        }
      }
    } catch (CoreException e) {
      ILog.of(PastVersions.class).warn("The history of '%s' cannot be read.".formatted(file.getName()), e);
    }
    return versions;
  }

  /** Read a text that the platform kept; of the other files there are only those of now. */
  private static Snapshot read(IFileState state, IDocument document) throws CoreException, IOException {
    Snapshot current = Snapshots.of(document);
    try (var in = state.getContents()) {
      String text = new String(in.readNBytes((int) SourceFiles.MAX_FILE_BYTES), StandardCharsets.UTF_8);
      return new Snapshot(new SourceText(current.file().uri(), text), current.others());
    }
  }

  private static List<Version> committed(IFile file, int study) {
    try {
      return GitHistory.of(file, study);
    } catch (IOException e) {
      ILog.of(PastVersions.class).warn("The commits of '%s' cannot be read.".formatted(file.getName()), e);
      return List.of();
    }
  }
}
