package org.imc.dsl.ui.quickfix;

import java.util.Iterator;
import java.util.Optional;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.ui.texteditor.MarkerAnnotation;

/** The text of a file, shared with the editors that are open on it. */
final class FileText implements AutoCloseable {

  private final IFile file;
  private final ITextFileBuffer buffer;
  private final boolean open;

  FileText(IFile file) throws CoreException {
    this.file = file;
    var buffers = FileBuffers.getTextFileBufferManager();
    open = buffers.getTextFileBuffer(file.getFullPath(), LocationKind.IFILE) != null;
    buffers.connect(file.getFullPath(), LocationKind.IFILE, new NullProgressMonitor());
    buffer = buffers.getTextFileBuffer(file.getFullPath(), LocationKind.IFILE);
  }

  IDocument document() {
    return buffer.getDocument();
  }

  /** Return where a marker stands by now; nothing when its text is gone. */
  Optional<Position> position(IMarker marker) {
    if (buffer.getAnnotationModel() != null) {
      for (Iterator<Annotation> all = buffer.getAnnotationModel().getAnnotationIterator(); all.hasNext();) {
        Annotation annotation = all.next();
        if (annotation instanceof MarkerAnnotation marked && marked.getMarker().equals(marker)) {
          return Optional.ofNullable(buffer.getAnnotationModel().getPosition(annotation));
        }
      }
    }
    int start = marker.getAttribute(IMarker.CHAR_START, -1);
    int end = marker.getAttribute(IMarker.CHAR_END, -1);
    return start < 0 || end < start || end > document().getLength()
        ? Optional.empty()
        : Optional.of(new Position(start, end - start));
  }

  /** Save a change, unless an editor shows it, which leaves that to its user. */
  void saveUnlessOpen() throws CoreException {
    if (!open) {
      buffer.commit(new NullProgressMonitor(), false);
    }
  }

  @Override
  public void close() {
    try {
      FileBuffers.getTextFileBufferManager().disconnect(file.getFullPath(), LocationKind.IFILE, new NullProgressMonitor());
    } catch (CoreException e) {
      ILog.of(FileText.class).warn("'%s' could not be let go.".formatted(file.getFullPath()), e);
    }
  }
}
