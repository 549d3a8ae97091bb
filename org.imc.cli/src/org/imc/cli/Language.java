package org.imc.cli;

import com.google.inject.Injector;
import org.apache.log4j.Level;
import org.apache.log4j.LogManager;
import org.eclipse.xtext.resource.IResourceServiceProvider;
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

    static final Injector INJECTOR = start();

    private static Injector start() {
      var running = (IResourceServiceProvider) IResourceServiceProvider.Registry.INSTANCE
          .getExtensionToFactoryMap().get(SourceFiles.EXTENSION);
      if (running != null) {
        return running.get(Injector.class);
      }
      LogManager.getRootLogger().setLevel(Level.OFF); // the library logs what we report ourselves
      return new ImcStandaloneSetup().createInjectorAndDoEMFRegistration();
    }
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
