package org.imc.dsl.ide.navigation;

import com.google.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.imc.dsl.ide.rename.Renaming;
import org.imc.dsl.lowering.SourceMap.Place;
import org.imc.model.imc.NamedDecl;

/** Find where the name at a place is declared, in the project or the library. Stateless. */
public class Definitions {

  @Inject private Renaming renaming;
  @Inject private ImportedNames imports;

  /**
   * A name, and what it leads to.
   *
   * @param offset of the name's first character, from 0
   * @param length characters of the name
   * @param targets where it is declared; several for an import with a star
   */
  public record Definition(int offset, int length, List<Place> targets) {

    public Definition {
      targets = List.copyOf(targets);
    }
  }

  /** Return what the name around an offset leads to. The resource must be held still by the caller. */
  public Optional<Definition> at(XtextResource resource, int offset) {
    Optional<ImportedNames.Imported> imported = imports.at(resource, offset);
    if (imported.isPresent()) {
      var found = imported.get();
      return Optional.of(new Definition(found.offset(), found.length(),
          found.declarations().stream().flatMap(each -> place(each).stream()).toList()));
    }
    return renaming.declaration(resource, offset).flatMap(declaration ->
        renaming.spot(resource, offset, declaration.getName()).flatMap(spot ->
            place(declaration).map(place -> new Definition(spot.offset(), spot.length(), List.of(place)))));
  }

  /** Return where a declaration's own name stands. */
  public Optional<Place> place(NamedDecl declaration) {
    var home = (XtextResource) declaration.eResource();
    return renaming.name(declaration).map(spot -> place(home, spot));
  }

  /** Return the place of a name in a file. */
  static Place place(XtextResource file, Renaming.Spot spot) {
    var at = NodeModelUtils.getLineAndColumn(file.getParseResult().getRootNode(), spot.offset());
    return new Place(file.getURI(), spot.offset(), spot.length(), at.getLine(), at.getColumn());
  }
}
