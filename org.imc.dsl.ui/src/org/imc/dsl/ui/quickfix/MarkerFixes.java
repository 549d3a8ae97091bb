package org.imc.dsl.ui.quickfix;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolutionGenerator2;
import org.imc.dsl.evaluation.Problem;
import org.imc.dsl.ide.quickfix.QuickFix;
import org.imc.dsl.ui.builder.ProblemMarkers;
import org.imc.dsl.ui.sources.Uris;

/** What mends a problem or a finding that stands in the Problems view. */
public final class MarkerFixes implements IMarkerResolutionGenerator2 {

  @Override
  public boolean hasResolutions(IMarker marker) {
    return !marker.getAttribute(ProblemMarkers.CODE, "").isEmpty();
  }

  @Override
  public IMarkerResolution[] getResolutions(IMarker marker) {
    return fixes(marker).stream().map(fix -> new MarkerFix(fix.title(), FixEdits.describe(fix)))
        .toArray(IMarkerResolution[]::new);
  }

  /** Return what mends a marker's problem in the text as it is now. */
  static List<QuickFix> fixes(IMarker marker) {
    if (!(marker.getResource() instanceof IFile file) || !file.exists()) {
      return List.of();
    }
    try (var text = new FileText(file)) {
      return text.position(marker)
          .map(at -> FixEdits.of(text.document(), problem(marker, file).movedTo(at.getOffset(), at.getLength())))
          .orElse(List.of());
    } catch (CoreException | RuntimeException e) {
      ILog.of(MarkerFixes.class).error("Fixes for '%s' could not be found.".formatted(file.getName()), e);
      return List.of();
    }
  }

  /** Return the fix of a marker that has a title, if there still is one. */
  static Optional<QuickFix> fix(IMarker marker, String title) {
    return fixes(marker).stream().filter(fix -> fix.title().equals(title)).findFirst();
  }

  private static Problem problem(IMarker marker, IFile file) {
    int start = marker.getAttribute(IMarker.CHAR_START, 0);
    List<String> data = Stream.of(marker.getAttribute(ProblemMarkers.DATA, "").split("\n"))
        .filter(line -> !line.isEmpty()).toList();
    return new Problem(Uris.of(file), start, marker.getAttribute(IMarker.CHAR_END, start) - start,
        Math.max(1, marker.getAttribute(IMarker.LINE_NUMBER, 1)), 1, Problem.Severity.ERROR,
        marker.getAttribute(ProblemMarkers.CODE, ""), marker.getAttribute(IMarker.MESSAGE, ""), data);
  }
}
