package org.imc.dsl.ide.live;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.linking.impl.ImportedNamesAdapter;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.resource.IResourceDescription;
import org.eclipse.xtext.resource.XtextResource;

/**
 * The models of the files of one project, shared by its open documents. They follow the texts: an edit is parsed
 * incrementally, and only the files that depend on the edited one are linked anew.
 *
 * <p>Thread-safe: one reader at a time. Readers must not keep parts of the models.
 */
final class LiveProject {

  private final SourceSets sets;
  private final Map<URI, XtextResource> models = new HashMap<>();
  private Map<URI, String> texts = Map.of();
  private long revision;

  LiveProject(SourceSets sets) {
    this.sets = sets;
  }

  /** Reads a model. */
  interface Reader<T> {

    /**
     * Read a model that is held still.
     *
     * @param revision of the whole project: as long as it is the same, so are all texts
     */
    T read(XtextResource model, long revision);
  }

  /** Bring the models up to date with a snapshot and read from that of its file. */
  synchronized <T> T read(Snapshot snapshot, Reader<T> reader) {
    Map<URI, String> next = snapshot.texts();
    if (!next.equals(texts)) {
      Map<URI, String> before = texts;
      texts = Map.of(); // should anything below fail, the next reader starts afresh
      revision++;
      update(before, next);
      texts = next;
    }
    return reader.read(Objects.requireNonNull(models.get(snapshot.file().uri())), revision);
  }

  private void update(Map<URI, String> before, Map<URI, String> next) {
    if (!before.keySet().equals(next.keySet())) {
      models.clear();
      sets.load(sources(next)).forEach(model -> models.put(model.getURI(), model));
      return;
    }
    next.forEach((uri, text) -> {
      if (!text.equals(before.get(uri))) {
        edit(Objects.requireNonNull(models.get(uri)), TextDifference.between(before.get(uri), text));
      }
    });
    models.values().forEach(LiveProject::clearCache); // shipped files know no others
  }

  /** Return texts in the order that the command line reads files in: of two equal names, it decides which is the first. */
  private static List<SourceText> sources(Map<URI, String> texts) {
    return texts.entrySet().stream()
        .map(text -> new SourceText(text.getKey(), text.getValue()))
        .sorted(Comparator.comparing(text -> text.uri().toString()))
        .toList();
  }

  private void edit(XtextResource model, TextDifference difference) {
    Set<QualifiedName> names = declared(model);
    model.update(difference.offset(), difference.length(), difference.text());
    clearCache(model);
    names.addAll(declared(model));
    linkDependents(model, names);
  }

  /**
   * Link the files anew that have looked up, directly or through others, a name that the edited file declared before or
   * declares now; and those with errors, whose advice may be any name.
   */
  private void linkDependents(XtextResource edited, Set<QualifiedName> names) {
    var others = new HashSet<>(models.values());
    others.remove(edited);
    var changed = new ArrayDeque<>(List.of(names));
    while (!changed.isEmpty()) {
      Set<QualifiedName> next = changed.pop();
      others.removeIf(other -> {
        boolean depends = !Collections.disjoint(lookedUp(other), next);
        if (depends) {
          changed.add(declared(other));
          other.relink();
        }
        return depends;
      });
    }
    others.stream().filter(other -> !other.getErrors().isEmpty()).forEach(XtextResource::relink);
  }

  /** Return the names that other files see of a file; in lower case, as Xtext records what is looked up. */
  private static Set<QualifiedName> declared(XtextResource model) {
    IResourceDescription description =
        model.getResourceServiceProvider().getResourceDescriptionManager().getResourceDescription(model);
    return StreamSupport.stream(description.getExportedObjects().spliterator(), false)
        .map(exported -> exported.getName().toLowerCase())
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** Return the names that have been looked up in other files to link a file; links that nobody followed yet have none. */
  private static Set<QualifiedName> lookedUp(XtextResource model) {
    ImportedNamesAdapter names = ImportedNamesAdapter.find(model);
    return names == null ? Set.of() : names.getImportedNames();
  }

  private static void clearCache(XtextResource model) {
    model.getCache().clear(model);
  }
}
