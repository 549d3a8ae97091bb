package org.imc.dsl.ide.server;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.build.BuildRequest;
import org.eclipse.xtext.build.IncrementalBuilder;
import org.eclipse.xtext.ide.server.ProjectManager;
import org.eclipse.xtext.resource.IResourceDescription;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.resource.impl.ChunkedResourceDescriptions;
import org.eclipse.xtext.resource.impl.ResourceDescriptionsData;
import org.eclipse.xtext.util.CancelIndicator;
import org.imc.dsl.library.Library;

/**
 * The files of one folder and what is wrong in them.
 *
 * <p>A change is followed by a second look at the files that depend on what was changed: their names may link as before
 * while the checks say something else now.
 */
final class ImcProject extends ProjectManager {

  @Inject private Library library;
  @Inject private Dependents dependents;

  @Override
  public IncrementalBuilder.Result doBuild(List<URI> dirty, List<URI> deleted,
      List<IResourceDescription.Delta> external, CancelIndicator cancellation) {
    boolean first = getResourceSet() == null;
    Set<URI> before = first ? Set.of() : dependents.of(dirty, deleted, this);
    IncrementalBuilder.Result result = super.doBuild(dirty, deleted, external, cancellation);
    if (first) {
      return result;
    }
    var again = new ArrayList<URI>(before);
    dependents.of(dirty, deleted, this).stream().filter(uri -> !before.contains(uri)).forEach(again::add);
    result.getAffectedResources().forEach(delta -> again.remove(delta.getUri()));
    if (again.isEmpty()) {
      return result;
    }
    var affected = new ArrayList<>(result.getAffectedResources());
    IncrementalBuilder.Result second = super.doBuild(again, List.of(), List.of(), cancellation);
    affected.addAll(second.getAffectedResources());
    return new IncrementalBuilder.Result(second.getIndexState(), affected);
  }

  /** {@inheritDoc} A build checks and generates nothing. */
  @Override
  protected BuildRequest newBuildRequest(List<URI> dirty, List<URI> deleted,
      List<IResourceDescription.Delta> external, CancelIndicator cancellation) {
    BuildRequest request = super.newBuildRequest(dirty, deleted, external, cancellation);
    request.setAfterValidate((uri, issues) -> {
      getIssueAcceptor().apply(uri, issues);
      return false;
    });
    return request;
  }

  @Override
  public XtextResourceSet createNewResourceSet(ResourceDescriptionsData index) {
    XtextResourceSet set = super.createNewResourceSet(index);
    if (getProjectDescription().getName().equals(LibraryProject.NAME)) {
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
