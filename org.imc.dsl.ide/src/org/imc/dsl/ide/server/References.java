package org.imc.dsl.ide.server;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightKind;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.xtext.ide.server.ProjectManager;
import org.eclipse.xtext.ide.server.UriExtensions;
import org.eclipse.xtext.resource.XtextResource;
import org.imc.dsl.ide.navigation.ImportedNames;
import org.imc.dsl.ide.navigation.Occurrences;
import org.imc.dsl.ide.rename.Renaming;
import org.imc.dsl.library.Library;
import org.imc.model.imc.NamedDecl;

/**
 * Who refers to a declaration, in all open folders and the library. Stateless.
 *
 * <p>Xtext's own finder would start parts of OSGi, which has no place in a process of the command line.
 */
final class References {

  @Inject private ImcWorkspace workspace;
  @Inject private Renaming renaming;
  @Inject private ImportedNames imports;
  @Inject private Occurrences occurrences;
  @Inject private UriExtensions uris;

  List<Location> of(OpenFile file, Position position, boolean alsoDeclaration) {
    Optional<NamedDecl> named = renaming.declaration(file.resource(), file.lines().offset(position));
    if (named.isEmpty()) {
      return List.of();
    }
    var locations = new ArrayList<Location>();
    if (alsoDeclaration) {
      var home = (XtextResource) named.get().eResource();
      renaming.name(named.get()).ifPresent(spot -> locations.addAll(locations(List.of(spot), home)));
    }
    for (ProjectManager project : workspace.getProjectManagers()) {
      boolean library = project.getProjectDescription().getName().equals(LibraryProject.NAME);
      for (Resource each : List.copyOf(project.getResourceSet().getResources())) {
        if (each instanceof XtextResource resource && Library.contains(resource.getURI()) == library) {
          locations.addAll(locations(renaming.references(named.get(), resource), resource));
        }
      }
    }
    return locations;
  }

  /** Return where the names of the import at a position are declared; none where there is no import. */
  List<Location> imported(OpenFile file, Position position) {
    var locations = new ArrayList<Location>();
    imports.at(file.resource(), file.lines().offset(position)).ifPresent(imported -> {
      for (NamedDecl declared : imported.declarations()) {
        renaming.name(declared).ifPresent(
            spot -> locations.addAll(locations(List.of(spot), (XtextResource) declared.eResource())));
      }
    });
    return locations;
  }

  private List<Location> locations(List<Renaming.Spot> spots, XtextResource resource) {
    if (spots.isEmpty()) {
      return List.of();
    }
    var lines = new TextLines(resource.getParseResult().getRootNode().getText());
    String uri = uris.toUriString(resource.getURI());
    return spots.stream().map(spot -> new Location(uri, lines.range(spot.offset(), spot.length()))).toList();
  }

  List<DocumentHighlight> inFile(OpenFile file, Position position) {
    return occurrences.inFile(file.resource(), file.lines().offset(position)).stream()
        .map(found -> new DocumentHighlight(file.lines().range(found.spot().offset(), found.spot().length()),
            found.declaration() ? DocumentHighlightKind.Write : DocumentHighlightKind.Read))
        .toList();
  }
}
