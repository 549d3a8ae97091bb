package org.imc.dsl.ui.sources;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceProxy;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.Status;
import org.eclipse.emf.common.util.URI;
import org.eclipse.jface.text.IDocument;
import org.imc.dsl.evaluation.SourceFiles;
import org.imc.dsl.ide.live.Snapshot;
import org.imc.dsl.ide.live.SourceText;

/** Read the files of a project as they are now: out of open editors, saved or not, and from disk. For any thread. */
public final class Snapshots {

  /** Names documents that are no files. */
  private static final URI NOWHERE = URI.createURI("imc-untitled:/untitled.imc");

  private Snapshots() { }

  /** Return a document with the other files of its project, or of its folder when it is outside the workspace. */
  public static Snapshot of(IDocument document) {
    SourceText file = new SourceText(uri(document), document.get());
    return new Snapshot(file, others(file.uri()));
  }

  /** Return a file as it is saved, with the saved files of its project. */
  public static Snapshot ofSaved(IFile file) throws CoreException {
    List<SourceText> texts = saved(file.getProject());
    URI uri = Uris.of(file);
    SourceText own = texts.stream().filter(text -> text.uri().equals(uri)).findFirst()
        .or(() -> saved(file).map(text -> new SourceText(uri, text)))
        .orElseThrow(() -> new CoreException(Status.error("'%s' cannot be read.".formatted(file.getFullPath()))));
    return new Snapshot(own, texts.stream().filter(text -> !text.uri().equals(uri)).toList());
  }

  /** Return the workspace file that a document edits. */
  public static Optional<IFile> file(IDocument document) {
    return Uris.file(uri(document));
  }

  /** Return the saved texts of all files of a project. */
  public static List<SourceText> saved(IContainer container) throws CoreException {
    var texts = new ArrayList<SourceText>();
    for (IFile file : files(container)) {
      saved(file).ifPresent(text -> texts.add(new SourceText(Uris.of(file), text)));
    }
    return texts;
  }

  /** Return the language's files of all open projects, in a stable order. */
  public static List<IFile> inWorkspace() throws CoreException {
    var files = new ArrayList<IFile>();
    for (IProject project : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
      if (project.isOpen()) {
        files.addAll(files(project));
      }
    }
    return files;
  }

  /** Return the language's files of a project, in a stable order. */
  public static List<IFile> files(IContainer container) throws CoreException {
    var files = new ArrayList<IFile>();
    container.accept((IResourceProxy proxy) -> {
      if (proxy.getName().startsWith(".") || proxy.isDerived()) {
        return false;
      }
      if (isSource(proxy) && files.size() < SourceFiles.MAX_FILES) {
        files.add((IFile) proxy.requestResource());
      }
      return true;
    }, IResource.NONE);
    files.sort((one, other) -> one.getFullPath().toString().compareTo(other.getFullPath().toString()));
    return files;
  }

  private static boolean isSource(IResourceProxy proxy) {
    return proxy.getType() == IResource.FILE && proxy.getName().endsWith("." + SourceFiles.EXTENSION);
  }

  /** Return whether a document is a text in the language. */
  public static boolean isSource(IDocument document) {
    return uri(document).lastSegment().endsWith("." + SourceFiles.EXTENSION);
  }

  /** Return the URI of what a document edits. */
  public static URI uri(IDocument document) {
    ITextFileBuffer buffer = FileBuffers.getTextFileBufferManager().getTextFileBuffer(document);
    if (buffer == null) {
      return NOWHERE;
    }
    IPath path = buffer.getLocation();
    IFile file = path == null ? null : FileBuffers.getWorkspaceFileAtLocation(path);
    if (file != null) {
      return Uris.of(file);
    }
    return buffer.getFileStore() == null ? NOWHERE : URI.createURI(buffer.getFileStore().toURI().toString());
  }

  private static List<SourceText> others(URI uri) {
    try {
      Optional<IFile> file = Uris.file(uri);
      if (file.isPresent()) {
        return file.get().getProject().isAccessible() ? live(file.get().getProject(), file.get()) : List.of();
      }
      return uri.isFile() ? beside(Path.of(uri.toFileString())) : List.of();
    } catch (CoreException | IOException | DirectoryIteratorException e) {
      ILog.of(Snapshots.class).warn("The files beside '%s' cannot be read.".formatted(uri), e);
      return List.of();
    }
  }

  private static List<SourceText> live(IContainer project, IFile except) throws CoreException {
    var texts = new ArrayList<SourceText>();
    for (IFile file : files(project)) {
      if (!file.equals(except)) {
        inEditor(file).or(() -> saved(file)).ifPresent(text -> texts.add(new SourceText(Uris.of(file), text)));
      }
    }
    return texts;
  }

  private static Optional<String> inEditor(IFile file) {
    ITextFileBuffer buffer =
        FileBuffers.getTextFileBufferManager().getTextFileBuffer(file.getFullPath(), LocationKind.IFILE);
    return buffer == null ? Optional.empty() : Optional.of(buffer.getDocument().get());
  }

  private static Optional<String> saved(IFile file) {
    try (InputStream in = file.getContents(true)) {
      byte[] bytes = in.readNBytes((int) SourceFiles.MAX_FILE_BYTES);
      return Optional.of(new String(bytes, StandardCharsets.UTF_8));
    } catch (CoreException | IOException e) {
      ILog.of(Snapshots.class).warn("'%s' cannot be read.".formatted(file.getFullPath()), e);
      return Optional.empty();
    }
  }

  private static List<SourceText> beside(Path path) throws IOException {
    Path folder = path.getParent();
    var texts = new ArrayList<SourceText>();
    if (folder == null || !Files.isDirectory(folder)) {
      return texts;
    }
    try (var entries = Files.newDirectoryStream(folder, "*." + SourceFiles.EXTENSION)) {
      for (Path entry : entries) {
        if (!entry.equals(path) && Files.isRegularFile(entry) && Files.size(entry) <= SourceFiles.MAX_FILE_BYTES) {
          String text = new String(Files.readAllBytes(entry), StandardCharsets.UTF_8);
          texts.add(new SourceText(URI.createFileURI(entry.toString()), text));
        }
      }
    }
    texts.sort((one, other) -> one.uri().toString().compareTo(other.uri().toString()));
    return texts;
  }
}
