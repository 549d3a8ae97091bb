package org.imc.dsl.ui.builder;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.imc.dsl.evaluation.Problem;

/** Show problems as markers. */
public final class ProblemMarkers {

  /** The type of problems that the builder finds. */
  public static final String TYPE = "org.imc.dsl.ui.problem";

  /** The attribute that holds the code. */
  public static final String CODE = "org.imc.dsl.ui.code";

  /** The attribute that holds what a quick fix needs, a line each. */
  public static final String DATA = "org.imc.dsl.ui.data";

  private ProblemMarkers() { }

  /** Replace the builder's markers of a file. */
  static void replace(IFile file, List<Problem> problems) throws CoreException {
    file.deleteMarkers(TYPE, true, IResource.DEPTH_ZERO);
    for (Problem problem : problems) {
      add(file, TYPE, problem);
    }
  }

  /** Remove the builder's markers of a resource and all in it. */
  static void clear(IResource resource) throws CoreException {
    resource.deleteMarkers(TYPE, true, IResource.DEPTH_INFINITE);
  }

  /** Add a marker for a problem. */
  public static IMarker add(IFile file, String type, Problem problem) throws CoreException {
    Map<String, Object> attributes = new HashMap<>();
    attributes.put(IMarker.MESSAGE, problem.message());
    attributes.put(IMarker.SEVERITY, severity(problem.severity()));
    attributes.put(IMarker.LINE_NUMBER, problem.line());
    attributes.put(IMarker.CHAR_START, problem.offset());
    attributes.put(IMarker.CHAR_END, problem.offset() + Math.max(1, problem.length()));
    attributes.put(CODE, problem.code());
    attributes.put(DATA, String.join("\n", problem.data()));
    return file.createMarker(type, attributes);
  }

  private static int severity(Problem.Severity severity) {
    return switch (severity) {
      case ERROR -> IMarker.SEVERITY_ERROR;
      case WARNING -> IMarker.SEVERITY_WARNING;
      case INFO -> IMarker.SEVERITY_INFO;
    };
  }
}
