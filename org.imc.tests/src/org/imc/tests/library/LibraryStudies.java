package org.imc.tests.library;

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
import org.imc.engine.arch.Technology;
import org.imc.engine.workload.Network;
import org.imc.tests.language.Language;

/** Ask for what the library ships, as a user's file would. */
public final class LibraryStudies {

  private LibraryStudies() { }

  /** Return a shipped network as the engine takes it. */
  static Network network(String name) {
    return study(name, "GuoISSCC2023").study().network();
  }

  /** Return a shipped chip as the engine takes it. */
  static Architecture architecture(String name) {
    return study("ResNet8", name).study().architecture();
  }

  /** Return a shipped technology as the engine takes it. */
  public static Technology technology(String name) {
    return Language.get(StudyRunner.class).lower(parse("""
        import imc.technology.%1$s
        import imc.network.ResNet8
        digital macro M { technology %1$s rows 64 columns 64 weight 8 bit activation 8 bit serial 1 bit }
        architecture A {
          macro M
          memory dram { kind lpddr4 size 8 MiB serves weights, inputs, outputs port readwrite 64 bit/cycle }
        }
        evaluate ResNet8 on A minimising energy
        """.formatted(name))).getFirst().study().architecture().macro().technology();
  }

  /** Return the study of a shipped network on a shipped chip. */
  private static LoweredStudy study(String network, String chip) {
    List<LoweredStudy> studies = Language.get(StudyRunner.class).lower(parse("""
        import imc.network.%1$s
        import imc.chip.%2$s
        evaluate %1$s on %2$s minimising energy
        """.formatted(network, chip)));
    return studies.getFirst();
  }

  /** Return a text as a file of its own. */
  static XtextResource parse(String text) {
    var resource = (XtextResource) Language.get(XtextResourceSet.class).createResource(URI.createURI("question.imc"));
    try {
      resource.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
          Map.of(XtextResource.OPTION_ENCODING, StandardCharsets.UTF_8.name()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return resource;
  }
}
