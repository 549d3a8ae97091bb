package org.imc.benchmarks;

import com.google.inject.Injector;
import org.imc.dsl.ide.ImcIdeSetup;

/** The language, started once in each process. */
final class Services {

  private static final Injector INJECTOR = new ImcIdeSetup().createInjectorAndDoEMFRegistration();

  private Services() { }

  static Injector injector() {
    return INJECTOR;
  }

  static <T> T get(Class<T> type) {
    return INJECTOR.getInstance(type);
  }
}
