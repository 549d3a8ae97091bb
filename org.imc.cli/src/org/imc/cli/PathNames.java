package org.imc.cli;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.emf.common.util.URI;
import org.imc.dsl.report.FileNames;

/** Call files as the user called them: by the path that was typed, or else from where the user stands. */
final class PathNames implements FileNames {

  private final List<Path> typed;
  private final Path here = Path.of("").toAbsolutePath().normalize();

  PathNames(List<Path> typed) {
    this.typed = List.copyOf(typed);
  }

  @Override
  public String of(URI file) {
    if (!file.isFile()) {
      return file.toString(); // of the library
    }
    Path path = Path.of(file.toFileString());
    for (Path start : typed) {
      Path absolute = start.toAbsolutePath().normalize();
      if (path.equals(absolute)) {
        return start.toString();
      }
      if (path.startsWith(absolute)) {
        return start.resolve(absolute.relativize(path)).normalize().toString();
      }
    }
    return (path.startsWith(here) ? here.relativize(path) : path).toString();
  }
}
