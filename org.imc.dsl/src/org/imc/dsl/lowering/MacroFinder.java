package org.imc.dsl.lowering;

import com.google.inject.Inject;
import com.google.inject.Provider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.naming.IQualifiedNameProvider;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.imc.dsl.inheritance.Effective;
import org.imc.dsl.library.Library;
import org.imc.engine.arch.Macro;
import org.imc.model.imc.FileDecl;
import org.imc.model.imc.MacroDecl;
import org.imc.model.imc.TechnologyDecl;
import org.jspecify.annotations.Nullable;

/** Find macros by name, in files and in the library. */
public class MacroFinder {

  private static final String CHIPS = Library.ROOT_PACKAGE + ".chip.";

  @Inject private Library library;
  @Inject private Provider<XtextResourceSet> resourceSets;
  @Inject private IQualifiedNameProvider names;
  @Inject private Places.Factory places;

  /** Return the macros of a file in the order of the text. */
  public List<MacroDecl> of(Resource file) {
    return file.getContents().isEmpty() || !(file.getContents().get(0) instanceof FileDecl declared)
        ? List.of()
        : EcoreUtil2.typeSelect(declared.getElements(), MacroDecl.class);
  }

  /** Return the macros of the shipped chips and, if the library declares more of a name, of those files, by file. */
  public List<MacroDecl> ofLibrary(String wanted) {
    XtextResourceSet set = resourceSets.get();
    List<URI> files = library.names().stream()
        .filter(name -> name.startsWith(CHIPS) || name.equals(wanted) || name.endsWith("." + wanted))
        .map(library::find).flatMap(Optional::stream).distinct().toList();
    var macros = new ArrayList<MacroDecl>();
    for (URI file : files) {
      library.load(file, set);
      macros.addAll(of(set.getResource(file, true)));
    }
    return macros;
  }

  /** Return the macros of a name, simple or qualified. */
  public List<MacroDecl> named(String name, List<MacroDecl> macros) {
    return macros.stream().filter(macro -> names(macro).anyMatch(name::equals)).toList();
  }

  /** Return the names that a macro goes by: the simple and the qualified one. */
  public Stream<String> names(MacroDecl macro) {
    return Stream.of(macro.getName(), qualifiedName(macro)).distinct();
  }

  /** Return the qualified name of a macro. */
  public String qualifiedName(MacroDecl macro) {
    return names.getFullyQualifiedName(macro).toString();
  }

  /** Return a macro of a file without errors as the engine takes it. */
  public Macro lower(MacroDecl macro) {
    return new ArchitectureLowering(places.create()).lower(macro);
  }

  /** Return a macro as the engine takes it, or nothing while something is missing or wrong: its own checks say what. */
  public Optional<Macro> lowerIfSound(MacroDecl macro) {
    try {
      return EffectiveMacro.of(macro).isComplete() ? Optional.of(lower(macro)) : Optional.empty();
    } catch (IllegalArgumentException contradiction) {
      return Optional.empty();
    }
  }

  /** Return what a macro of a file without errors, its technology, and those that they extend cite, by "macro" or "technology" and name. */
  public Map<String, String> sources(MacroDecl macro) {
    var sources = new LinkedHashMap<String, String>();
    for (MacroDecl each : Effective.chain(macro)) {
      cite(sources, "macro " + each.getName(), each.getSource());
    }
    for (TechnologyDecl each : Effective.chain(EffectiveMacro.of(macro).technology())) {
      cite(sources, "technology " + each.getName(), each.getSource());
    }
    return sources;
  }

  private static void cite(Map<String, String> sources, String name, @Nullable String source) {
    if (source != null) {
      sources.put(name, source);
    }
  }
}
