package org.imc.dsl.ide;

import com.google.inject.Guice;
import com.google.inject.Injector;
import org.eclipse.xtext.util.Modules2;
import org.imc.dsl.ImcRuntimeModule;
import org.imc.dsl.ImcStandaloneSetup;

/** Start the language with its editor services, for any host. */
public class ImcIdeSetup extends ImcStandaloneSetup {

  @Override
  public Injector createInjector() {
    return Guice.createInjector(Modules2.mixin(new ImcRuntimeModule(), new ImcIdeModule()));
  }
}
