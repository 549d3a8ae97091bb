package org.imc.dsl.evaluation;

import com.google.inject.Inject;
import com.google.inject.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.imc.dsl.validation.IssueCodes;
import org.imc.dsl.validation.Severities;

/**
 * Read {@code .imc} files from disk into one resource set, so that they see each other and the library.
 *
 * <p>Files are untrusted: their size and number are bounded, links are not followed, and what is not text is reported,
 * not parsed.
 */
public class SourceFiles {

  /** The ending of the language's files. */
  public static final String EXTENSION = "imc";

  /** No file that people write is larger, bytes. */
  public static final long MAX_FILE_BYTES = 16L << 20;

  /** No project has more files. */
  public static final int MAX_FILES = 10_000;

  /** What some editors write in front of UTF-8; it is no part of the text. */
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  @Inject private Provider<XtextResourceSet> resourceSets;

  /**
   * What was read.
   *
   * @param named the files that were asked for, in order
   * @param problems files that could not be read
   */
  public record Sources(List<XtextResource> named, List<Problem> problems) {

    public Sources {
      named = List.copyOf(named);
      problems = List.copyOf(problems);
    }
  }

  /**
   * Read files and folders. A folder stands for all files in it and below; a file is read together with those of its own
   * folder, which it may import.
   *
   * @throws IOException when a folder cannot be listed
   */
  public Sources read(List<Path> paths) throws IOException {
    return read(paths, Map.of());
  }

  /**
   * Read files and folders likewise.
   *
   * @param severities how severe problems are taken by code, whatever the settings of the projects say
   * @throws IOException when a folder cannot be listed
   */
  public Sources read(List<Path> paths, Map<String, String> severities) throws IOException {
    var named = new ArrayList<Path>();
    var beside = new ArrayList<Path>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        named.addAll(list(path, true));
      } else {
        named.add(path);
        Path folder = path.toAbsolutePath().normalize().getParent();
        beside.addAll(folder != null && Files.isDirectory(folder) ? list(folder, false) : List.of());
      }
    }
    XtextResourceSet set = resourceSets.get();
    Severities.ask(set, severities);
    var problems = new ArrayList<Problem>();
    var resources = new ArrayList<XtextResource>();
    for (Path path : named.stream().map(SourceFiles::absolute).distinct().toList()) {
      load(path, set, resources, problems);
    }
    for (Path path : beside.stream().map(SourceFiles::absolute).distinct().toList()) {
      if (set.getResource(uri(path), false) == null) {
        load(path, set, new ArrayList<>(), new ArrayList<>()); // trouble there matters only if it is imported
      }
    }
    return new Sources(resources, problems);
  }

  /** Read files from their texts, whatever is on the disk; return the first. */
  XtextResource read(ExplorationSource source) {
    XtextResourceSet set = resourceSets.get();
    var resources = new ArrayList<XtextResource>();
    for (int i = 0; i < source.uris().size(); i++) {
      resources.add(parse(URI.createURI(source.uris().get(i)), source.texts().get(i).getBytes(StandardCharsets.UTF_8), set));
    }
    return resources.get(0);
  }

  private static XtextResource parse(URI uri, byte[] bytes, XtextResourceSet set) {
    var resource = (XtextResource) set.createResource(uri, "org.imc.dsl.imc");
    try {
      resource.load(new ByteArrayInputStream(bytes), Map.of(XtextResource.OPTION_ENCODING, StandardCharsets.UTF_8.name()));
    } catch (IOException e) {
      throw new UncheckedIOException("Reading from memory failed.", e);
    }
    return resource;
  }

  private static List<Path> list(Path folder, boolean deep) throws IOException {
    List<Path> found = SourceFolder.files(folder, deep);
    if (found.size() > MAX_FILES) {
      throw new IOException("'%s' holds more than %d .imc files. Maybe name a smaller folder."
          .formatted(folder, MAX_FILES));
    }
    return found;
  }

  private static void load(Path path, XtextResourceSet set, List<XtextResource> loaded, List<Problem> problems) {
    URI uri = uri(path);
    if (set.getResource(uri, false) instanceof XtextResource known) {
      loaded.add(known);
      return;
    }
    try {
      loaded.add(parse(uri, bytes(path), set));
    } catch (CharacterCodingException e) {
      problems.add(problem(uri, IssueCodes.FILE_NOT_TEXT,
          "'%s' is not a UTF-8 text file. Maybe it is not an .imc file.".formatted(path.getFileName())));
    } catch (IOException e) {
      problems.add(problem(uri, IssueCodes.FILE_UNREADABLE,
          "'%s' cannot be read: %s.".formatted(path.getFileName(), reason(e))));
    }
  }

  private static byte[] bytes(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new IOException(Files.exists(path) ? "it is a pipe or a device. Maybe copy it into a file" : "there is no such file");
    }
    if (!Files.isReadable(path)) {
      throw new IOException("it may not be read. Maybe change its permissions");
    }
    if (!path.toString().endsWith(".imc")) {
      throw new IOException("its name does not end with '.imc'. Maybe rename it");
    }
    if (Files.size(path) > MAX_FILE_BYTES) {
      throw new IOException("it has more than %d MiB".formatted(MAX_FILE_BYTES >> 20));
    }
    byte[] bytes = Files.readAllBytes(path);
    for (byte b : bytes) {
      if (b == 0) {
        throw new CharacterCodingException(); // no text has a zero byte
      }
    }
    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)); // refuses what is not UTF-8
    return startsWith(bytes, BYTE_ORDER_MARK) ? Arrays.copyOfRange(bytes, BYTE_ORDER_MARK.length, bytes.length) : bytes;
  }

  private static boolean startsWith(byte[] bytes, byte[] prefix) {
    return bytes.length >= prefix.length && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private static Problem problem(URI uri, String code, String message) {
    return new Problem(uri, 0, 0, 1, 1, Problem.Severity.ERROR, code, message, List.of());
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private static URI uri(Path path) {
    return URI.createFileURI(path.toString());
  }
}
