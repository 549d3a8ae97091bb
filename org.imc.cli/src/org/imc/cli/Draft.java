package org.imc.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import org.jspecify.annotations.Nullable;

/**
 * The new content of a file, beside it until all of it is there.
 *
 * <p>A draft is locked while it is written. So one that nobody locks was left by a process that was killed; whoever drafts the
 * same file next removes it. Numbers of processes would not tell: another machine, or container, has them too.
 */
final class Draft implements Closeable {

  private final Path target;
  private final Path path;
  private final FileChannel channel;
  private boolean published;

  private Draft(Path target, Path path, FileChannel channel) {
    this.target = target;
    this.path = path;
    this.channel = channel;
  }

  /** Begin the new content of a file, and remove what killed processes left of theirs. */
  static Draft of(Path target) throws IOException {
    removeAbandoned(target);
    for (long number = ProcessHandle.current().pid(); ; number++) {
      Path path = target.resolveSibling(".%s.%d.tmp".formatted(target.getFileName(), number));
      try {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        lock(channel);
        if (Files.exists(path)) { // or it was taken for abandoned before it was locked
          return new Draft(target, path, channel);
        }
        channel.close();
      } catch (FileAlreadyExistsException e) {
        continue; // of a process with our number on another machine
      }
    }
  }

  private static void removeAbandoned(Path target) {
    try (DirectoryStream<Path> drafts = Files.newDirectoryStream(target.toAbsolutePath().getParent(),
        path -> isDraft(path, target) && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))) {
      for (Path draft : drafts) {
        try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE); FileLock lock = lock(channel)) {
          if (lock != null) {
            Files.deleteIfExists(draft);
          }
        } catch (IOException e) {
          continue; // gone meanwhile, or of somebody else
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      return; // a folder that cannot be listed keeps them
    }
  }

  private static boolean isDraft(Path path, Path target) {
    String name = path.getFileName().toString();
    String begin = ".%s.".formatted(target.getFileName());
    return name.startsWith(begin) && name.substring(begin.length()).matches("\\d+\\.tmp");
  }

  /** Lock a file; return null when another process has, or when files cannot be locked there. */
  private static @Nullable FileLock lock(FileChannel channel) {
    try {
      return channel.tryLock();
    } catch (IOException e) {
      return null; // such a folder keeps abandoned drafts: they cannot be told from others
    }
  }

  /** Return where the new content goes. To be flushed, not closed: that would take the lock away. */
  OutputStream stream() {
    return Channels.newOutputStream(channel);
  }

  /** Put the new content in the place of the old one, with its permissions. All must have been written. */
  void publish() throws IOException {
    var permissions = Files.getFileAttributeView(target, PosixFileAttributeView.class);
    if (permissions != null && Files.exists(target)) {
      Files.setPosixFilePermissions(path, permissions.readAttributes().permissions());
    }
    Files.move(path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    published = true;
  }

  /** Forget the new content, unless it was published. */
  @Override
  public void close() throws IOException {
    if (!published) {
      Files.deleteIfExists(path);
    }
    channel.close();
  }
}
