package org.imc.cli;

import com.google.inject.Injector;
import org.imc.dsl.ImcStandaloneSetup;
import org.imc.dsl.evaluation.SourceFiles;
import org.imc.dsl.evaluation.StudyRunner;

/**
 * The language's services, started when the first of them is asked for; those of the process's host where it has started them
 * already.
 */
final class Language {

  private Language() { }

  private static final class Once {

    static final Injector INJECTOR = ImcStandaloneSetup.services();
  }

  static SourceFiles files() {
    return get(SourceFiles.class);
  }

  static StudyRunner runner() {
    return get(StudyRunner.class);
  }

  static <T> T get(Class<T> service) {
    return Once.INJECTOR.getInstance(service);
  }
}
