package org.imc.dsl.ide.server;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.build.BuildRequest;
import org.eclipse.xtext.build.IncrementalBuilder;
import org.eclipse.xtext.ide.server.ProjectManager;
import org.eclipse.xtext.ide.server.UriExtensions;
import org.eclipse.xtext.resource.IResourceDescription;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.resource.impl.ChunkedResourceDescriptions;
import org.eclipse.xtext.resource.impl.ResourceDescriptionsData;
import org.eclipse.xtext.util.CancelIndicator;
import org.imc.dsl.evaluation.StudyRunner;
import org.imc.dsl.library.Library;
import org.imc.dsl.validation.SettingsFile;

/**
 * The files of one folder and what is wrong in them.
 *
 * <p>A build checks what was edited. The files that depend on it are linked anew: their names may link as before while the
 * checks say something else now. They, and all files at the start, are checked when somebody asks, or nobody does.
 */
final class ImcProject extends ProjectManager {

  @Inject private Library library;
  @Inject private Dependents dependents;
  @Inject private StudyRunner runner;
  @Inject private IssueBoard board;
  @Inject private UriExtensions uris;

  /** What has been built and not yet checked. */
  private final Set<URI> unchecked = new LinkedHashSet<>();

  /**
   * {@inheritDoc} What is announced may be gone by now, or unreadable, or no file that was closed: it counts as deleted. A
   * build that fails for it would be tried again, and fail, with every edit.
   */
  @Override
  public IncrementalBuilder.Result doBuild(List<URI> announced, List<URI> deleted,
      List<IResourceDescription.Delta> external, CancelIndicator cancellation) {
    if (isLibrary()) {
      return super.doBuild(announced, deleted, external, cancellation); // what is shipped was checked when it was built
    }
    List<URI> dirty = announced.stream().filter(this::isThere).toList();
    List<URI> gone = Stream.concat(deleted.stream(), announced.stream().filter(uri -> !isThere(uri))).distinct().toList();
    return build(dirty, gone, external, cancellation);
  }

  private boolean isThere(URI uri) {
    return getOpenedDocumentsContentProvider().hasContent(uri) || uri.isFile() && FolderProject.canBeRead(uri);
  }

  private IncrementalBuilder.Result build(List<URI> dirty, List<URI> deleted,
      List<IResourceDescription.Delta> external, CancelIndicator cancellation) {
    boolean first = getResourceSet() == null;
    Set<URI> again = first ? new LinkedHashSet<>() : dependents.of(dirty, deleted, this);
    unchecked.addAll(again);
    IncrementalBuilder.Result result = super.doBuild(dirty, deleted, external, cancellation);
    var deltas = new ArrayList<>(result.getAffectedResources());
    deltas.stream().filter(delta -> delta.getNew() != null).forEach(delta -> unchecked.add(delta.getUri()));
    checkSettings(unchecked);
    if (!first) {
      again.addAll(dependents.of(dirty, deleted, this));
      deltas.forEach(delta -> again.remove(delta.getUri()));
      again.forEach(uri -> linkAnew(uri).ifPresent(deltas::add));
      unchecked.addAll(again);
      check(dirty, cancellation); // somebody is looking at it
    }
    return new IncrementalBuilder.Result(result.getIndexState(), deltas);
  }

  private void checkSettings(Set<URI> files) {
    files.stream().flatMap(uri -> SettingsFile.find(uri).stream()).distinct().forEach(path -> {
      SettingsFile settings = SettingsFile.read(path);
      board.checked(uris.toUri(path.toUri().toString()), settings.problems(), new TextLines(settings.text()));
    });
  }

  /** Let a file refer to what has taken the place of what it referred to; its own declarations stay what they are. */
  private Optional<IResourceDescription.Delta> linkAnew(URI uri) {
    IResourceDescription known = getIndexState().getResourceDescriptions().getResourceDescription(uri);
    if (known == null || !(getResourceSet().getResource(uri, false) instanceof XtextResource resource)) {
      return Optional.empty();
    }
    resource.relink();
    IResourceDescription.Manager manager = resource.getResourceServiceProvider().getResourceDescriptionManager();
    return Optional.of(manager.createDelta(known, manager.getResourceDescription(resource)));
  }

  /** Check those of some files of which it is not yet known what is wrong in them. The model must be held still. */
  void check(Collection<URI> files, CancelIndicator cancellation) {
    for (URI uri : files) {
      if (unchecked.contains(uri)) {
        if (getResourceSet().getResource(uri, false) instanceof XtextResource resource) {
          OpenFile file = OpenFile.of(uri.toString(), resource, cancellation);
          board.checked(uri, runner.check(resource, cancellation), file.lines());
        }
        unchecked.remove(uri);
      }
    }
  }

  /** Return the files of which it is not yet known what is wrong in them. */
  Set<URI> unchecked() {
    return Set.copyOf(unchecked);
  }

  private boolean isLibrary() {
    return getProjectDescription().getName().equals(LibraryProject.NAME);
  }

  /** {@inheritDoc} A build links; checks follow, and nothing is generated. */
  @Override
  protected BuildRequest newBuildRequest(List<URI> dirty, List<URI> deleted,
      List<IResourceDescription.Delta> external, CancelIndicator cancellation) {
    BuildRequest request = super.newBuildRequest(dirty, deleted, external, cancellation);
    request.setIndexOnly(true);
    request.setAfterValidate((uri, issues) -> {
      board.gone(uri); // an index-only build speaks of deleted files alone
      return false;
    });
    return request;
  }

  @Override
  public XtextResourceSet createNewResourceSet(ResourceDescriptionsData index) {
    XtextResourceSet set = super.createNewResourceSet(index);
    if (isLibrary()) {
      library.names().forEach(name -> library.load(library.find(name).orElseThrow(), set));
    }
    return set;
  }

  /** {@inheritDoc} It sees this folder's files alone: equal names in two workspace folders do not clash. */
  @Override
  protected XtextResourceSet createFreshResourceSet(ResourceDescriptionsData index) {
    XtextResourceSet set = super.createFreshResourceSet(index);
    ChunkedResourceDescriptions chunks = ChunkedResourceDescriptions.findInEmfObject(set);
    for (String project : getIndexProvider().get().keySet()) {
      if (!project.equals(getProjectDescription().getName())) {
        chunks.removeContainer(project);
      }
    }
    return set;
  }
}
