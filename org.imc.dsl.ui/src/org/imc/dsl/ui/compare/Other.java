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
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.text.IDocument;
import org.imc.dsl.evaluation.SourceFiles;
import org.imc.dsl.ide.live.PastStudies;
import org.imc.dsl.ide.live.Snapshot;
import org.imc.dsl.ide.live.SourceText;
import org.imc.dsl.ide.results.SavedResults;
import org.imc.dsl.lowering.LoweredStudy;
import org.imc.dsl.ui.Language;
import org.imc.dsl.ui.evaluation.State.Answer;
import org.imc.dsl.ui.sources.Snapshots;
import org.imc.engine.result.Evaluation;

/** What an answer can be compared with. */
sealed interface Other {

  /** Return what it is called. */
  String label();

  /** An answer that is known. */
  record Known(String label, Evaluation evaluation) implements Other { }

  /** A study that may have to be evaluated first. */
  record Asked(String label, LoweredStudy lowered) implements Other { }

  /** An older version of the file, from the platform's local history. */
  record Version(String label, IFileState state, IDocument now, int study) implements Other {

    /** Return the study that the version asked; nothing when it had errors, or asked less. Takes some time. */
    Optional<LoweredStudy> lower(IProgressMonitor monitor) throws CoreException {
      Snapshot current = Snapshots.of(now);
      try (var in = state.getContents()) {
        String text = new String(in.readNBytes((int) SourceFiles.MAX_FILE_BYTES), StandardCharsets.UTF_8);
        List<LoweredStudy> studies = Language.get(PastStudies.class).of(
            new Snapshot(new SourceText(current.file().uri(), text), current.others()), monitor::isCanceled);
        return study < studies.size() ? Optional.of(studies.get(study)) : Optional.empty();
      } catch (IOException e) {
        throw new CoreException(Status.error("The version of %s cannot be read.".formatted(label), e));
      }
    }
  }

  /** How many older versions are offered. */
  int MOST_VERSIONS = 20;

  /** Return all that a shown answer can be compared with: the saved text, older versions, other studies of the file. */
  static List<Other> of(Answer shown, Optional<IDocument> document) {
    var others = new ArrayList<Other>();
    Language.get(SavedResults.class).of(shown.study())
        .ifPresent(saved -> others.add(new Known("the saved text", saved)));
    document.ifPresent(open -> others.addAll(versions(open, shown.selected())));
    for (LoweredStudy study : shown.studies()) {
      if (study != shown.study()) {
        others.add(new Asked(study.title(), study));
      }
    }
    return others;
  }

  private static List<Other> versions(IDocument document, int study) {
    Optional<IFile> file = Snapshots.file(document).filter(IFile::exists);
    var versions = new ArrayList<Other>();
    if (file.isPresent()) {
      try {
        DateFormat format = DateFormat.getDateTimeInstance(DateFormat.SHORT, DateFormat.MEDIUM);
        for (IFileState state : file.get().getHistory(null)) {
          if (versions.size() < MOST_VERSIONS) {
            versions.add(new Version("version of " + format.format(new Date(state.getModificationTime())), state, document, study));
          }
        }
      } catch (CoreException e) {
        ILog.of(Other.class).warn("The history of '%s' cannot be read.".formatted(file.get().getName()), e);
      }
    }
    return versions;
  }
}
