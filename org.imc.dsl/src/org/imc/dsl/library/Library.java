package org.imc.dsl.library;

import com.google.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.URIHandlerImpl;
import org.imc.model.imc.FileDecl;
import org.imc.model.imc.ImportDecl;

/**
 * The shipped technologies, chips and networks.
 *
 * <p>{@code library/index.txt} says, a line each, which declaration stands in which file. Library files are read-only
 * resources with URIs such as {@code imc-library:/imc/network/ResNet8.imc}; they are loaded when a file imports them.
 */
@Singleton
public class Library {

  /** The scheme of library URIs. */
  public static final String SCHEME = "imc-library";

  /** The package under which everything shipped lives. */
  public static final String ROOT_PACKAGE = "imc";

  private static final String FOLDER = "/library/";
  private static final String INDEX = FOLDER + "index.txt";

  private final SortedMap<String, URI> files = readIndex();

  /** Return the qualified names of all shipped declarations, in alphabetical order. */
  public List<String> names() {
    return List.copyOf(files.keySet());
  }

  /** Return whether a resource belongs to the library. */
  public static boolean contains(URI uri) {
    return SCHEME.equals(uri.scheme());
  }

  /** Return whether one of two files is in the library and the other is the source that it was built from. */
  public static boolean isCopy(URI one, URI other) {
    return contains(one) != contains(other)
        && (contains(one) ? other : one).path().endsWith("/library" + (contains(one) ? one : other).path());
  }

  /** Return the URI of the file in which a shipped name is declared, if there is one. */
  public Optional<URI> find(String qualifiedName) {
    return Optional.ofNullable(files.get(qualifiedName));
  }

  /** Load the library files that a file imports, and those that they import, into its resource set. */
  public void loadImports(FileDecl file, ResourceSet resourceSet) {
    for (ImportDecl imported : file.getImports()) {
      for (URI uri : files(imported.getImportedNamespace())) {
        load(uri, resourceSet);
      }
    }
  }

  /** Load a library file into a resource set, unless it is there. */
  public void load(URI uri, ResourceSet resourceSet) {
    installHandler(resourceSet);
    if (resourceSet.getResource(uri, false) == null) {
      var loaded = resourceSet.getResource(uri, true);
      if (!loaded.getContents().isEmpty() && loaded.getContents().get(0) instanceof FileDecl file) {
        loadImports(file, resourceSet);
      }
    }
  }

  private List<URI> files(String namespace) {
    if (namespace == null || !namespace.startsWith(ROOT_PACKAGE + ".")) {
      return List.of();
    }
    if (!namespace.endsWith(".*")) {
      return find(namespace).map(List::of).orElse(List.of());
    }
    String prefix = namespace.substring(0, namespace.length() - 1);
    return files.entrySet().stream()
        .filter(file -> file.getKey().startsWith(prefix) && file.getKey().indexOf('.', prefix.length()) < 0)
        .map(Map.Entry::getValue)
        .distinct()
        .toList();
  }

  private static void installHandler(ResourceSet resourceSet) {
    var handlers = resourceSet.getURIConverter().getURIHandlers();
    if (handlers.stream().noneMatch(Handler.class::isInstance)) {
      handlers.add(0, new Handler());
    }
  }

  private static SortedMap<String, URI> readIndex() {
    var files = new TreeMap<String, URI>();
    try (InputStream in = Library.class.getResourceAsStream(INDEX)) {
      if (in == null) {
        throw new IllegalStateException("The library's index '%s' is missing from the build.".formatted(INDEX));
      }
      new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
          .map(line -> line.split(" "))
          .forEach(line -> files.put(line[0], URI.createURI(SCHEME + ":/" + line[1])));
    } catch (IOException e) {
      throw new UncheckedIOException("The library's index cannot be read.", e);
    }
    return Collections.unmodifiableSortedMap(files);
  }

  /** Read library URIs out of this bundle, wherever it was loaded from. */
  private static final class Handler extends URIHandlerImpl {

    @Override
    public boolean canHandle(URI uri) {
      return contains(uri);
    }

    @Override
    public InputStream createInputStream(URI uri, Map<?, ?> options) throws IOException {
      InputStream in = Library.class.getResourceAsStream(FOLDER + uri.path().substring(1));
      if (in == null) {
        throw new IOException("The library has no file '%s'.".formatted(uri.path()));
      }
      return in;
    }

    @Override
    public boolean exists(URI uri, Map<?, ?> options) {
      return Library.class.getResource(FOLDER + uri.path().substring(1)) != null;
    }
  }
}
