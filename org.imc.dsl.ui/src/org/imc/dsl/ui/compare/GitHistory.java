package org.imc.dsl.ui.compare;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.IPath;
import org.eclipse.emf.common.util.URI;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.imc.dsl.evaluation.SourceFiles;
import org.imc.dsl.ide.live.Snapshot;
import org.imc.dsl.ide.live.SourceText;
import org.imc.dsl.ui.compare.Other.Version;
import org.imc.dsl.ui.sources.Uris;

/**
 * The commits that changed a file, and its project as it was in each. Objects are only read: nothing that a repository
 * configures is run.
 */
final class GitHistory {

  private static final int SHORT_ID = 7;
  private static final int MOST_WORDS = 50;

  private GitHistory() { }

  /** Return the versions of a file, the latest first; none when it stands in no repository. */
  static List<Version> of(IFile file, int study) throws IOException {
    IPath location = file.getLocation();
    File folder = file.getProject().getLocation() == null ? null : file.getProject().getLocation().toFile();
    if (location == null || folder == null) {
      return List.of(); // on no disk
    }
    File store = new FileRepositoryBuilder().findGitDir(folder.getCanonicalFile()).getGitDir();
    if (store == null) {
      return List.of();
    }
    var versions = new ArrayList<Version>();
    try (Repository repository = open(store); Git git = new Git(repository)) {
      if (!repository.isBare() && repository.resolve(Constants.HEAD) != null) {
        String path = within(repository, location.toFile());
        for (RevCommit commit : git.log().addPath(path).setMaxCount(PastVersions.MOST).call()) {
          ObjectId id = commit.getId();
          versions.add(new Version(label(commit), () -> read(store, id, file), study));
        }
      }
    } catch (GitAPIException e) {
      throw new IOException(e.getMessage(), e);
    }
    return versions;
  }

  private static Repository open(File store) throws IOException {
    return new FileRepositoryBuilder().setGitDir(store).setMustExist(true).build();
  }

  /** Return the path of a file inside a repository, as git writes it; empty for all of it. */
  private static String within(Repository repository, File file) throws IOException {
    Path root = repository.getWorkTree().getCanonicalFile().toPath();
    return root.relativize(file.getCanonicalFile().toPath()).toString().replace(File.separatorChar, '/');
  }

  private static String label(RevCommit commit) {
    LocalDate day = LocalDate.ofInstant(Instant.ofEpochSecond(commit.getCommitTime()), ZoneId.systemDefault());
    String subject = commit.getShortMessage();
    return "git %s, %s: %s".formatted(commit.abbreviate(SHORT_ID).name(), day,
        subject.length() <= MOST_WORDS ? subject : subject.substring(0, MOST_WORDS - 1) + "…");
  }

  /** Read a file and the others of its project as they were in a commit. */
  private static Snapshot read(File store, ObjectId commit, IFile file) throws IOException {
    IProject project = file.getProject();
    URI wanted = Uris.of(file);
    var others = new ArrayList<SourceText>();
    SourceText own = null;
    try (Repository repository = open(store); var walk = new TreeWalk(repository)) {
      String folder = within(repository, project.getLocation().toFile());
      walk.addTree(repository.parseCommit(commit).getTree());
      walk.setRecursive(true);
      if (!folder.isEmpty()) {
        walk.setFilter(PathFilter.create(folder));
      }
      while (walk.next() && others.size() < SourceFiles.MAX_FILES) {
        if (isSource(walk)) {
          String inside = folder.isEmpty() ? walk.getPathString() : walk.getPathString().substring(folder.length() + 1);
          var text = new SourceText(Uris.of(project.getFile(inside)), text(repository.open(walk.getObjectId(0))));
          if (text.uri().equals(wanted)) {
            own = text;
          } else {
            others.add(text);
          }
        }
      }
    }
    if (own == null) {
      throw new IOException("'%s' was not there.".formatted(file.getName()));
    }
    return new Snapshot(own, others);
  }

  private static boolean isSource(TreeWalk walk) {
    return FileMode.REGULAR_FILE.equals(walk.getRawMode(0)) && walk.getPathString().endsWith("." + SourceFiles.EXTENSION);
  }

  private static String text(ObjectLoader loader) throws IOException {
    try (var in = loader.openStream()) {
      return new String(in.readNBytes((int) SourceFiles.MAX_FILE_BYTES), StandardCharsets.UTF_8);
    }
  }
}
