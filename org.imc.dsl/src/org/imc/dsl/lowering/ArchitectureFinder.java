package org.imc.dsl.lowering;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.EcoreUtil2;
import org.imc.dsl.inheritance.Effective;
import org.imc.engine.Engine;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.Macro;
import org.imc.engine.arch.MemoryLevel;
import org.imc.model.imc.ArchitectureDecl;
import org.imc.model.imc.FileDecl;
import org.imc.model.imc.MemoryDecl;

/** Find the architectures of files without errors, studied or not. */
public class ArchitectureFinder {

  @Inject private Places.Factory places;

  /** Return the architectures of a file in the order of the text. */
  public List<ArchitectureDecl> of(Resource file) {
    return file.getContents().isEmpty() || !(file.getContents().get(0) instanceof FileDecl declared)
        ? List.of()
        : EcoreUtil2.typeSelect(declared.getElements(), ArchitectureDecl.class);
  }

  /** Return an architecture as the engine takes it. */
  public Architecture lower(ArchitectureDecl declaration) {
    return new ArchitectureLowering(places.create()).lower(declaration);
  }

  /** Return what a memory of an architecture cites, and where the figures were published that it has by its kind. */
  public List<String> sources(ArchitectureDecl declaration, Architecture lowered, MemoryLevel level) {
    MemoryDecl memory = Effective.of(declaration).joined().getMemories().stream()
        .filter(each -> each.getName().equals(level.name())).findFirst().orElseThrow();
    var sources = new ArrayList<String>();
    if (memory.getSource() != null) {
      sources.add(memory.getSource());
    }
    if (memory.isSetKind()) {
      Macro macro = lowered.macro();
      sources.add(MemoryFigures.of(memory, macro.technology(), macro.supplyV(), Engine.macroCost(macro).clockPeriodNs()).source());
    }
    return sources;
  }
}
