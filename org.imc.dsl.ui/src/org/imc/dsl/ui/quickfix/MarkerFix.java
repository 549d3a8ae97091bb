package org.imc.dsl.ui.quickfix;

import java.util.Comparator;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.views.markers.WorkbenchMarkerResolution;
import org.imc.dsl.ide.quickfix.QuickFix;
import org.imc.dsl.ui.builder.ProblemMarkers;
import org.jspecify.annotations.Nullable;

/** Mends a marker's problem, and on demand those that the same title mends. */
final class MarkerFix extends WorkbenchMarkerResolution {

  private final String title;
  private final String description;

  MarkerFix(String title, String description) {
    this.title = title;
    this.description = description;
  }

  @Override
  public String getLabel() {
    return title;
  }

  @Override
  public String getDescription() {
    return description;
  }

  @Override
  public @Nullable Image getImage() {
    return null;
  }

  /** Mend a problem. What is mended, as it is in the text by now, is found again: others may have been before. */
  @Override
  public void run(IMarker marker) {
    QuickFix fix = MarkerFixes.fix(marker, title).orElse(null);
    if (fix != null && marker.getResource() instanceof IFile file) {
      try (var text = new FileText(file)) {
        FixEdits.apply(fix, text.document());
        text.saveUnlessOpen();
      } catch (CoreException | BadLocationException e) {
        ILog.of(MarkerFix.class).error("'%s' could not be done in '%s'.".formatted(title, file.getName()), e);
      }
    }
  }

  @Override
  public void run(IMarker[] markers, IProgressMonitor monitor) {
    Stream.of(markers)
        .sorted(Comparator.comparingInt((IMarker marker) -> marker.getAttribute(IMarker.CHAR_START, 0)).reversed())
        .forEach(this::run); // from the end, since those before stay where their markers say
  }

  @Override
  public IMarker[] findOtherMarkers(IMarker[] markers) {
    return Stream.of(markers)
        .filter(marker -> !marker.getAttribute(ProblemMarkers.CODE, "").isEmpty())
        .filter(marker -> MarkerFixes.fix(marker, title).isPresent())
        .toArray(IMarker[]::new);
  }
}
