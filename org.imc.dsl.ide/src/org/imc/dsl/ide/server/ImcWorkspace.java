package org.imc.dsl.ide.server;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.emf.common.util.URI;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.xtext.ide.server.BuildManager.Buildable;
import org.eclipse.xtext.ide.server.UriExtensions;
import org.eclipse.xtext.ide.server.WorkspaceManager;
import org.eclipse.xtext.resource.IResourceDescription;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.Issue;
import org.eclipse.xtext.workspace.IProjectConfig;
import org.eclipse.xtext.workspace.IWorkspaceConfig;
import org.eclipse.xtext.workspace.WorkspaceConfig;
import org.eclipse.xtext.xbase.lib.Procedures.Procedure2;
import org.imc.dsl.evaluation.SourceFiles;
import org.imc.dsl.library.Library;
import org.imc.dsl.validation.SettingsFile;
import org.jspecify.annotations.Nullable;

/**
 * The open folders, the library, and for each file that was opened without a folder the one that it stands in, whose files
 * it may import: what the command line does.
 */
@Singleton
class ImcWorkspace extends WorkspaceManager {

  private final Library library;
  private final UriExtensions uris;
  private final IssueBoard board;
  private final Set<URI> lone = new LinkedHashSet<>();

  @Inject
  ImcWorkspace(Library library, UriExtensions uris, IssueBoard board) {
    this.library = library;
    this.uris = uris;
    this.board = board;
  }

  @Override
  public void initialize(@Nullable URI folder, Procedure2<? super URI, ? super Iterable<Issue>> publisher,
      CancelIndicator cancellation) {
    List<WorkspaceFolder> folders =
        folder == null ? List.of() : List.of(new WorkspaceFolder(uris.toUriString(folder), ""));
    initialize(folders, publisher, cancellation);
  }

  @Override
  protected IWorkspaceConfig createWorkspaceConfig() {
    var config = new WorkspaceConfig();
    config.addProject(new LibraryProject(library, config));
    for (WorkspaceFolder folder : getWorkspaceFolders()) {
      if (folder.getUri() != null) {
        config.addProject(FolderProject.deep(uris.toUri(folder.getUri()), uris, config));
      }
    }
    for (URI folder : lone) {
      config.addProject(FolderProject.flat(folder, uris, config));
    }
    return config;
  }

  @Override
  public Buildable didOpen(URI uri, Integer version, String contents) {
    if (!follows(uri)) {
      return Buildable.NO_BUILD;
    }
    IProjectConfig project = getProjectConfig(uri);
    if (uri.isFile() && (project == null || project.getPath() == null) && lone.add(uri.trimSegments(1))) {
      refreshWorkspaceConfig(CancelIndicator.NullImpl);
    }
    return super.didOpen(uri, version, contents);
  }

  @Override
  public Buildable didChangeTextDocumentContent(
      URI uri, Integer version, Iterable<TextDocumentContentChangeEvent> changes) {
    if (!follows(uri) || !isDocumentOpen(uri)) {
      return Buildable.NO_BUILD;
    }
    String text = getOpenDocuments().get(uri).getContents();
    for (TextDocumentContentChangeEvent change : changes) {
      text = changed(text, change);
    }
    return super.didChangeTextDocumentContent(uri, version, List.of(new TextDocumentContentChangeEvent(text)));
  }

  /** Return a text with a change. A place beyond a line or the text is its end, as the protocol wants it; Xtext throws there. */
  private static String changed(String text, TextDocumentContentChangeEvent change) {
    if (change.getRange() == null) {
      return change.getText();
    }
    var lines = new TextLines(text);
    int start = lines.offset(change.getRange().getStart());
    int end = Math.max(start, lines.offset(change.getRange().getEnd()));
    return text.substring(0, start) + change.getText() + text.substring(end);
  }

  @Override
  public Buildable didClose(URI uri) {
    return follows(uri) && isDocumentOpen(uri) ? super.didClose(uri) : Buildable.NO_BUILD;
  }

  /**
   * Return whether a document is one of the language that may be edited. Editors open others too, such as one that has no
   * name yet; no build could succeed as long as one of them counted as a file.
   */
  static boolean follows(URI uri) {
    return !Library.contains(uri) && SourceFiles.EXTENSION.equals(uri.fileExtension());
  }

  /**
   * {@inheritDoc} Settings that change are felt in all files that they hold for. A folder stands for the files in it and
   * below: clients announce no more of one that is moved. Other files may be announced, and are passed over.
   */
  @Override
  public Buildable didChangeFiles(List<URI> dirty, List<URI> deleted) {
    var again = new LinkedHashSet<URI>(dirty.stream().flatMap(this::found).toList());
    deleted.stream().filter(ImcWorkspace::isSettings).forEach(board::gone);
    Stream.concat(dirty.stream(), deleted.stream()).filter(ImcWorkspace::isSettings).forEach(settings -> {
      String project = settings.trimSegments(2).appendSegment("").toString();
      getIndex().getAllResourceDescriptions().forEach(file -> {
        if (file.getURI().toString().startsWith(project) && !deleted.contains(file.getURI())) {
          again.add(file.getURI());
        }
      });
    });
    return super.didChangeFiles(List.copyOf(again), deleted.stream().flatMap(this::known).toList());
  }

  /** Return the files of ours that are meant by one that is there now, or by a folder. */
  private Stream<URI> found(URI uri) {
    if (isOurs(uri)) {
      return Stream.of(uri);
    }
    return getProjectConfig(uri.appendSegment("")) instanceof FolderProject project ? project.files(uri).stream() : Stream.of();
  }

  /** Return the files of ours that are meant by one that is gone, or by a folder that is. */
  private Stream<URI> known(URI uri) {
    String folder = uri.hasTrailingPathSeparator() ? uri.toString() : uri.appendSegment("").toString();
    Stream<URI> inside = StreamSupport.stream(getIndex().getAllResourceDescriptions().spliterator(), false)
        .map(IResourceDescription::getURI)
        .filter(file -> file.toString().startsWith(folder) && !isDocumentOpen(file));
    return isOurs(uri) ? Stream.of(uri) : inside;
  }

  private static boolean isSettings(URI uri) {
    return uri.toString().endsWith("/" + SettingsFile.NAME);
  }

  /** Check a file if it is not yet known what is wrong in it. Called while the model is held still. */
  void check(URI file, CancelIndicator cancellation) {
    if (getProjectManager(file) instanceof ImcProject project) {
      project.check(List.of(file), cancellation);
    }
  }

  /**
   * Check one file of which it is not yet known what is wrong in it, one in an editor first. Called while the model is held
   * still.
   *
   * @return whether there was any
   */
  boolean checkNext(CancelIndicator cancellation) {
    List<URI> unchecked = getProjectManagers().stream()
        .flatMap(project -> ((ImcProject) project).unchecked().stream())
        .toList();
    Optional<URI> next = unchecked.stream().filter(this::isDocumentOpen).findFirst()
        .or(() -> unchecked.stream().min(Comparator.comparing(URI::toString)));
    next.ifPresent(uri -> check(uri, cancellation));
    return next.isPresent();
  }

  private static boolean isOurs(URI uri) {
    return !uri.isFile() || follows(uri);
  }
}
