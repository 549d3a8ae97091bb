package org.imc.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.XtextResource;
import org.imc.dsl.evaluation.Problem;
import org.imc.dsl.evaluation.Problem.Severity;
import org.imc.dsl.evaluation.SourceFiles.Sources;
import org.imc.dsl.evaluation.StudyRunner;
import org.imc.dsl.validation.IssueCodes;
import org.imc.dsl.validation.SettingsFile;
import org.imc.engine.Cancellation;
import org.jspecify.annotations.Nullable;

/** The files that were named, read and checked together with all that they refer to. */
final class CheckedFiles {

  private final StudyRunner runner = Language.runner();
  private final Sources sources;
  private final boolean strict;
  private final Map<XtextResource, List<Problem>> checked = new LinkedHashMap<>();

  private CheckedFiles(Sources sources, boolean strict) {
    this.sources = sources;
    this.strict = strict;
  }

  /**
   * Read and check files.
   *
   * @throws IOException when a folder cannot be read or holds no file of the language
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  static CheckedFiles read(InputOptions input, Cancellation cancellation) throws IOException {
    return read(input.paths(), input.severities(), input.isStrict(), cancellation);
  }

  /** Read and check files without options likewise. */
  static CheckedFiles read(List<Path> paths, Cancellation cancellation) throws IOException {
    return read(paths, Map.of(), false, cancellation);
  }

  private static CheckedFiles read(List<Path> paths, Map<String, String> severities, boolean strict,
      Cancellation cancellation) throws IOException {
    Sources sources = Language.files().read(paths, severities);
    requireFiles(paths, sources);
    var files = new CheckedFiles(sources, strict);
    for (XtextResource named : sources.named()) {
      for (XtextResource file : files.runner.closure(named)) {
        files.check(file, cancellation);
      }
    }
    return files;
  }

  /** Refuse a folder that holds nothing: it was probably meant to be another one. */
  static void requireFiles(List<Path> paths, Sources sources) throws IOException {
    List<Path> found = Stream.concat(
            sources.named().stream().map(XtextResource::getURI), sources.problems().stream().map(Problem::file))
        .map(uri -> Path.of(uri.toFileString()))
        .toList();
    for (Path path : paths) {
      Path absolute = path.toAbsolutePath().normalize();
      if (Files.isDirectory(path) && found.stream().noneMatch(file -> file.startsWith(absolute))) {
        throw new IOException("'%s' holds no .imc file.".formatted(path));
      }
    }
  }

  private void check(XtextResource file, Cancellation cancellation) {
    if (!checked.containsKey(file)) {
      cancellation.check();
      List<Problem> problems = runner.check(file, cancellation::isCancelled);
      checked.put(file, problems.stream().map(this::judged).toList());
    }
  }

  /** Return a problem as severe as the user takes it. */
  Problem judged(Problem problem) {
    return strict && problem.severity() == Severity.WARNING
        ? new Problem(problem.file(), problem.offset(), problem.length(), problem.line(), problem.column(),
            Severity.ERROR, problem.code(), problem.message(), problem.data())
        : problem;
  }

  /** Return the files that were named and could be read. */
  List<XtextResource> named() {
    return sources.named();
  }

  /** Return what is wrong with the files, those they refer to, and the settings that hold for them. */
  List<Problem> problems() {
    var problems = new ArrayList<>(sources.problems());
    checked.values().forEach(problems::addAll);
    checked.keySet().stream()
        .flatMap(file -> SettingsFile.find(file.getURI()).stream())
        .distinct()
        .forEach(settings -> problems.addAll(SettingsFile.read(settings).problems()));
    return problems;
  }

  /** Return whether neither a file nor what it refers to has an error. */
  boolean isSound(XtextResource file) {
    return runner.closure(file).stream()
        .flatMap(part -> checked.getOrDefault(part, List.of()).stream())
        .noneMatch(Problem::isError);
  }

  /** Return whether a file that was named could not be read. */
  boolean missesFiles() {
    return missesFiles(sources);
  }

  /** Return whether a file that was named could not be read. */
  static boolean missesFiles(Sources sources) {
    return sources.problems().stream().anyMatch(problem -> problem.code().equals(IssueCodes.FILE_UNREADABLE));
  }

  /** Return what stands in a file; null if it was not read. */
  @Nullable String text(URI file) {
    return checked.keySet().stream()
        .filter(resource -> resource.getURI().equals(file))
        .map(CheckedFiles::text)
        .findFirst()
        .orElse(null);
  }

  /** Return what stands in a file. */
  static String text(XtextResource file) {
    return file.getParseResult().getRootNode().getText();
  }
}
