package org.imc.engine.explore;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What a sweep has found, on disk: lines that are only ever appended, each with its checksum, so that a sweep that was
 * killed goes on where it was. A line that was broken off, and all behind it, is forgotten. Numbers are kept bit by bit.
 *
 * <p>Each line is handed to the operating system at once: it survives the end of the process, not a loss of power.
 * To be read by one thread.
 */
public final class Journal implements Closeable {

  private static final String KIND = "imc-exploration-journal ";
  /** Rises when a line, or the fingerprint of a question, comes to mean something else. */
  private static final String HEAD = KIND + "3 ";
  private static final int FIELDS = 8;

  /** More than the first line of any journal has, bytes. */
  private static final int LONGEST_HEAD = 1024;

  /** More than any line has, bytes; what is longer is none, and would fill the memory. */
  private static final int LONGEST_LINE = 1 << 20;

  /**
   * What a journal has the outcomes of.
   *
   * @param fingerprint of what is asked, without spaces
   * @param version of what answers, without spaces: another one may find other figures; empty when it is not known
   */
  public record Question(String fingerprint, String version) {

    private String words() {
      return "%s%s %s".formatted(HEAD, fingerprint, version);
    }

    /** Return whether the first line of a journal is of this, as far as versions are known. */
    private boolean isSaidBy(String head) {
      return asks(head) && (version.isEmpty() || head.endsWith(" ") || head.equals(words()));
    }

    private boolean asks(String head) {
      return head.startsWith("%s%s ".formatted(HEAD, fingerprint));
    }
  }

  private final RandomAccessFile file;
  private final @Nullable InputStream known;
  private Optional<Outcome> next = Optional.empty();
  private long position;
  private boolean reading;

  private Journal(RandomAccessFile file, @Nullable InputStream known) {
    this.file = file;
    this.known = known;
    reading = known != null;
  }

  /**
   * Begin a journal, in the place of one of another question that may be there.
   *
   * @throws IOException when something else is there, outcomes of this question too, or when another process writes it
   */
  public static Journal begin(Path path, Question question) throws IOException {
    var file = open(path);
    try {
      byte[] head = line(question.words());
      byte[] found = new byte[(int) Math.min(LONGEST_HEAD, file.length())];
      file.readFully(found);
      if (found.length > 0 && !new String(found, StandardCharsets.UTF_8).startsWith(KIND)) {
        throw new IOException("'%s' is not a journal, and would be lost. Maybe name another file".formatted(path));
      }
      if (file.length() > head.length && Arrays.equals(head, Arrays.copyOf(found, head.length))) {
        throw new IOException(
            "the journal '%s' has designs of this very exploration. Maybe go on with it: add '--resume'; or remove it".formatted(path));
      }
      file.setLength(0);
      file.write(head);
      return new Journal(file, null);
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  /** Open a journal that nobody else writes; two sweeps in one journal would break each other's lines. */
  private static RandomAccessFile open(Path path) throws IOException {
    var file = new RandomAccessFile(path.toFile(), "rw");
    if (!isOurs(file)) {
      file.close();
      throw new IOException(
          "the journal '%s' is being written by another run. Maybe wait for its end, or name another file".formatted(path));
    }
    return file;
  }

  private static boolean isOurs(RandomAccessFile file) {
    try {
      return file.getChannel().tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // by another thread of this process
    } catch (IOException e) {
      return true; // in a folder without locks nobody can tell
    }
  }

  /**
   * Go on with a journal.
   *
   * @throws IOException when there is none, it is of another question or of another version of this class, or another process
   *     writes it
   */
  public static Journal resume(Path path, Question question) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new IOException("there is no journal '%s' to go on with. Maybe begin without --resume".formatted(path));
    }
    RandomAccessFile file = open(path);
    var journal = new Journal(file, new BufferedInputStream(Channels.newInputStream(file.getChannel())));
    Optional<String> head = journal.read();
    if (head.filter(question::isSaidBy).isEmpty()) {
      journal.close();
      boolean isOfAnotherVersion = head.isPresent() && head.get().startsWith(KIND)
          && (!head.get().startsWith(HEAD) || question.asks(head.get()));
      throw new IOException("the journal '%s' is of another %s. Maybe begin anew, without --resume".formatted(
          path, isOfAnotherVersion ? "version of imc" : "exploration, or of an older text of this one"));
    }
    journal.advance();
    return journal;
  }

  /** Return the next outcome that was found before, in the order in which it was; nothing behind the last one. */
  Optional<Outcome> next() {
    return next;
  }

  /** Go to the outcome behind {@link #next}. */
  void advance() throws IOException {
    long begin = position;
    next = read().flatMap(Journal::outcome);
    if (next.isEmpty() && reading) {
      reading = false;
      file.setLength(begin); // whatever stands there was broken off
      file.seek(begin);
    }
  }

  /** Append an outcome; all that were there must have been read. May be called by several threads. */
  synchronized void append(Outcome outcome) {
    if (reading) {
      throw new IllegalStateException("The journal has outcomes that nobody has read.");
    }
    try {
      file.write(line(words(outcome)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] line(String words) {
    return "%s\t%08x\n".formatted(words, checksum(words)).getBytes(StandardCharsets.UTF_8);
  }

  private static long checksum(String words) {
    var checksum = new CRC32();
    checksum.update(words.getBytes(StandardCharsets.UTF_8));
    return checksum.getValue();
  }

  /** Return the words of the next line, or nothing when it is broken or there is none. */
  private Optional<String> read() throws IOException {
    String line = new String(bytes(), StandardCharsets.UTF_8);
    int tab = line.lastIndexOf('\t');
    if (tab < 0 || !line.endsWith("\n")) {
      return Optional.empty();
    }
    String words = line.substring(0, tab);
    return line.substring(tab + 1).equals("%08x\n".formatted(checksum(words))) ? Optional.of(words) : Optional.empty();
  }

  private byte[] bytes() throws IOException {
    var line = new ByteArrayOutputStream();
    int next = known == null ? -1 : known.read();
    while (next >= 0 && line.size() < LONGEST_LINE) {
      line.write(next);
      if (next == '\n') {
        break;
      }
      next = known.read();
    }
    position += line.size();
    return line.toByteArray();
  }

  private static String words(Outcome outcome) {
    String numbers = outcome.cost().map(cost -> "%s\t%s\t%s\t%s".formatted(hex(cost.energyPj()), hex(cost.latencyNs()),
        hex(cost.areaMm2()), hex(cost.operations()))).orElse("\t\t\t");
    return "%d\t%s\t%s\t%s\t.".formatted(outcome.index(), outcome.status(), numbers, escaped(outcome.reason()));
  }

  private static Optional<Outcome> outcome(String words) {
    String[] fields = words.split("\t");
    if (fields.length != FIELDS) {
      return Optional.empty();
    }
    Optional<DesignCost> cost = fields[2].isEmpty() ? Optional.empty() : Optional.of(new DesignCost(
        number(fields[2]), number(fields[3]), number(fields[4]), number(fields[5])));
    return Optional.of(new Outcome(
        Long.parseLong(fields[0]), Outcome.Status.valueOf(fields[1]), cost, unescaped(fields[6])));
  }

  private static String hex(double number) {
    return Long.toHexString(Double.doubleToLongBits(number));
  }

  private static double number(String hex) {
    return Double.longBitsToDouble(Long.parseUnsignedLong(hex, 16));
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
  }

  private static String unescaped(String text) {
    return text.translateEscapes();
  }

  @Override
  public void close() throws IOException {
    file.close(); // and what reads it
  }
}
