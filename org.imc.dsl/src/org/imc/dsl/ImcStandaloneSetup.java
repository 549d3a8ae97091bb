package org.imc.dsl;

import com.google.inject.Injector;
import org.imc.model.imc.ImcPackage;

/** Start the language outside Eclipse and without editor services. */
public class ImcStandaloneSetup extends ImcStandaloneSetupGenerated {

  /** Register the language in EMF's global registries; needed once a process. */
  public static void doSetup() {
    new ImcStandaloneSetup().createInjectorAndDoEMFRegistration();
  }

  @Override
  public Injector createInjectorAndDoEMFRegistration() {
    ImcPackage.eINSTANCE.eClass(); // registers the model, which the grammar refers to by its URI
    return super.createInjectorAndDoEMFRegistration();
  }
}
