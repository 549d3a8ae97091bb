package org.imc.tests.library;

import com.google.inject.Inject;
import com.google.inject.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.imc.dsl.evaluation.StudyRunner;
import org.imc.dsl.lowering.LoweredStudy;
import org.imc.engine.arch.Architecture;
import org.imc.engine.workload.Network;

/** Ask for what the library ships, as a user's file would. */
class LibraryStudies {

  @Inject private Provider<XtextResourceSet> resourceSets;
  @Inject private StudyRunner runner;

  /** Return a shipped network as the engine takes it. */
  Network network(String name) {
    return study(name, "GuoISSCC2023").study().network();
  }

  /** Return a shipped chip as the engine takes it. */
  Architecture architecture(String name) {
    return study("ResNet8", name).study().architecture();
  }

  /** Return the study of a shipped network on a shipped chip. */
  LoweredStudy study(String network, String chip) {
    List<LoweredStudy> studies = runner.lower(parse("""
        import imc.network.%1$s
        import imc.chip.%2$s
        evaluate %1$s on %2$s minimising energy
        """.formatted(network, chip)));
    return studies.getFirst();
  }

  private XtextResource parse(String text) {
    var resource = (XtextResource) resourceSets.get().createResource(URI.createURI("question.imc"));
    try {
      resource.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
          Map.of(XtextResource.OPTION_ENCODING, StandardCharsets.UTF_8.name()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return resource;
  }
}
