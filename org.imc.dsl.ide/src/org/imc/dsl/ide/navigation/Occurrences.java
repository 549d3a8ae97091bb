package org.imc.dsl.ide.navigation;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.resource.XtextResource;
import org.imc.dsl.ide.rename.Renaming;
import org.imc.dsl.ide.rename.Renaming.Spot;
import org.imc.dsl.lowering.SourceMap.Place;
import org.imc.model.imc.NamedDecl;

/** Find where else the thing stands that is named at a place. Stateless. */
public class Occurrences {

  @Inject private Renaming renaming;

  /**
   * A name in a file.
   *
   * @param spot where
   * @param declaration whether it is the declaration's own
   */
  public record Occurrence(Spot spot, boolean declaration) { }

  /**
   * All places of a name.
   *
   * @param name what is named
   * @param places in its project and its own file, file by file in the order of the text
   */
  public record References(String name, List<Place> places) {

    public References {
      places = List.copyOf(places);
    }
  }

  /** Return all places of a file at which stands what an offset names; nothing where no name is. */
  public List<Occurrence> inFile(XtextResource resource, int offset) {
    var found = new ArrayList<Occurrence>();
    renaming.declaration(resource, offset).ifPresent(named -> {
      if (named.eResource() == resource) {
        renaming.name(named).ifPresent(spot -> found.add(new Occurrence(spot, true)));
      }
      renaming.references(named, resource).forEach(spot -> found.add(new Occurrence(spot, false)));
    });
    return found;
  }

  /** Return all places, in all files of the resource set, of what an offset names, its declaration included. */
  public Optional<References> everywhere(XtextResource resource, int offset) {
    return renaming.declaration(resource, offset).map(named -> {
      var places = new ArrayList<Place>();
      for (Resource each : List.copyOf(resource.getResourceSet().getResources())) {
        if (each instanceof XtextResource file) {
          places.addAll(places(named, file));
        }
      }
      return new References(named.getName(), places);
    });
  }

  private List<Place> places(NamedDecl named, XtextResource file) {
    var spots = new ArrayList<>(renaming.references(named, file));
    if (named.eResource() == file) {
      renaming.name(named).ifPresent(spots::add);
    }
    return spots.stream()
        .sorted((one, other) -> Integer.compare(one.offset(), other.offset()))
        .map(spot -> Definitions.place(file, spot))
        .toList();
  }
}
