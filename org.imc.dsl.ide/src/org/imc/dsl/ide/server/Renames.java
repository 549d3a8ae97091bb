package org.imc.dsl.ide.server;

import com.google.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.xtext.ide.server.UriExtensions;
import org.eclipse.xtext.resource.XtextResource;
import org.imc.dsl.ide.rename.Renaming;
import org.imc.dsl.library.Library;
import org.imc.model.imc.NamedDecl;
import org.jspecify.annotations.Nullable;

/** Rename across the files of a folder. Stateless. */
final class Renames {

  @Inject private Renaming renaming;
  @Inject private UriExtensions uris;

  /** Return the range of the name at a position, null if there is none that can be changed. */
  @Nullable Range prepare(OpenFile file, Position position) {
    int offset = file.lines().offset(position);
    return renaming.declaration(file.resource(), offset)
        .filter(declaration -> !Library.contains(declaration.eResource().getURI()))
        .flatMap(declaration -> renaming.spot(file.resource(), offset, declaration.getName()))
        .map(spot -> file.lines().range(spot.offset(), spot.length()))
        .orElse(null);
  }

  WorkspaceEdit rename(OpenFile file, Position position, String name) {
    NamedDecl declaration = renaming.declaration(file.resource(), file.lines().offset(position))
        .orElseThrow(() -> refusal("There is no name here that could be changed."));
    try {
      renaming.check(declaration, name);
    } catch (Renaming.Refused e) {
      throw refusal(e.getMessage());
    }
    ResourceSet set = file.resource().getResourceSet();
    var changes = new LinkedHashMap<String, List<TextEdit>>();
    renaming.spots(declaration).forEach((uri, spots) -> {
      var lines = lines(set, uri);
      changes.put(uri.equals(file.resource().getURI()) ? file.uri() : uris.toUriString(uri), spots.stream()
          .map(spot -> new TextEdit(lines.range(spot.offset(), spot.length()), name))
          .toList());
    });
    return new WorkspaceEdit(changes);
  }

  private static TextLines lines(ResourceSet set, URI uri) {
    var resource = (XtextResource) set.getResource(uri, false);
    return new TextLines(resource.getParseResult().getRootNode().getText());
  }

  private static ResponseErrorException refusal(String message) {
    return new ResponseErrorException(new ResponseError(ResponseErrorCode.RequestFailed, message, null));
  }
}
