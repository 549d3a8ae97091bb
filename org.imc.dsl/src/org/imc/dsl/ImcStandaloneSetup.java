package org.imc.dsl;

import com.google.inject.Injector;
import org.apache.log4j.Level;
import org.apache.log4j.LogManager;
import org.eclipse.xtext.resource.IResourceServiceProvider;
import org.imc.dsl.evaluation.SourceFiles;
import org.imc.model.imc.ImcPackage;

/** Start the language outside Eclipse and without editor services. */
public class ImcStandaloneSetup extends ImcStandaloneSetupGenerated {

  /** Register the language in EMF's global registries; needed once a process. */
  public static void doSetup() {
    new ImcStandaloneSetup().createInjectorAndDoEMFRegistration();
  }

  /** Return the services of the language in this process, started unless its host has done so. Logs nothing. */
  public static synchronized Injector services() {
    var running = (IResourceServiceProvider) IResourceServiceProvider.Registry.INSTANCE
        .getExtensionToFactoryMap().get(SourceFiles.EXTENSION);
    if (running != null) {
      return running.get(Injector.class);
    }
    LogManager.getLoggerRepository().setThreshold(Level.OFF); // the library prints what we report ourselves, among the results
    return new ImcStandaloneSetup().createInjectorAndDoEMFRegistration();
  }

  @Override
  public Injector createInjectorAndDoEMFRegistration() {
    ImcPackage.eINSTANCE.eClass(); // registers the model, which the grammar refers to by its URI
    return super.createInjectorAndDoEMFRegistration();
  }
}
