package org.imc.tests.library;

import com.google.inject.Injector;
import org.eclipse.xtext.testing.IInjectorProvider;
import org.imc.dsl.ImcStandaloneSetup;

/** Start the language once for all tests of this package. */
public class LibraryInjector implements IInjectorProvider {

  private static final class Once {
    static final Injector INJECTOR = new ImcStandaloneSetup().createInjectorAndDoEMFRegistration();
  }

  @Override
  public Injector getInjector() {
    return Once.INJECTOR;
  }
}
