package org.imc.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code imc verify} accepts and how it says what it does not. */
class VerifyTest {

  @TempDir private Path folder;

  private Path source;
  private Path certificate;
  private String text;

  @BeforeEach
  void certify() throws IOException {
    source = Sources.write(folder, "chip.imc", Sources.CHIP);
    certificate = folder.resolve("chip.json");
    Imc.inside("evaluate", source.toString(), "--certificate", certificate.toString()).expect(0).expectErr("");
    text = Files.readString(certificate);
  }

  private Outcome verify(String changed, String... more) throws IOException {
    Files.writeString(certificate, changed);
    var arguments = new ArrayList<>(List.of("verify", certificate.toString()));
    arguments.addAll(List.of(more));
    return Imc.inside(arguments.toArray(String[]::new));
  }

  /** Assert that a changed certificate is rejected with one error, at a place and with words. */
  private void assertRejected(String changed, String at, String words) throws IOException {
    assertRejected(changed, changed.indexOf(at), words);
  }

  private void assertRejected(String changed, int offset, String words) throws IOException {
    assertFalse(changed.equals(text), "nothing was changed");
    assertTrue(offset >= 0, "the place was not found");
    Outcome outcome = verify(changed).expect(1).expectOut("");
    String first = outcome.err().lines().findFirst().orElse("");
    String before = changed.substring(0, offset);
    long line = before.lines().count() + (before.endsWith("\n") ? 1 : 0);
    int column = offset - before.lastIndexOf('\n');
    assertTrue(first.startsWith("%s:%d:%d: error: ".formatted(certificate, Math.max(1, line), column)),
        () -> "%d:%d in %s".formatted(line, column, outcome.err()));
    assertTrue(first.contains(words), outcome::err);
  }

  @Test
  void whatEvaluateWroteIsAccepted() throws Exception {
    Imc.inside("verify", certificate.toString()).expect(0).expectErr("")
        .expectOut("Net on Chip, minimising energy: accepted, 3 layers, 2 mappings proven optimal anew\n");
    Imc.in(folder, "verify", "chip.json").expect(0);
  }

  @Test
  void itIsSyntacticallyWhatTheSchemaSays() throws Exception {
    var json = new ObjectMapper().readTree(text);
    assertEquals("imc-certificate", json.at("/format").asText());
    assertEquals("chip.imc", json.at("/studies/0/file").asText());
    assertEquals(64, json.at("/studies/0/architecture/sha256").asText().length());
  }

  @Test
  void aChangedNumberIsFoundWhereItStands() throws Exception {
    String total = new ObjectMapper().readTree(text).at("/studies/0/layers/0/energy/totalPj").asText();
    String line = "\"totalPj\" : " + total;
    String changed = text.replaceFirst(Pattern.quote(line), "\"totalPj\" : 1.5");
    if (changed.equals(text)) {
      changed = text.replaceFirst("\"totalPj\": " + Pattern.quote(total), "\"totalPj\": 1.5");
    }
    assertRejected(changed, "1.5,", "/studies/0/layers/0/energy/totalPj: The energy in pJ is 1.5, but should be ");
  }

  @Test
  void aChangedSourceIsNotTheOneThatWasPriced() throws Exception {
    Files.writeString(source, Sources.CHIP.replace("read 0.1 pJ/bit", "read 0.2 pJ/bit"));
    Outcome outcome = verify(text).expect(1).expectOut("");
    assertTrue(outcome.err().contains("/studies/0/architecture/sha256: The hash of the architecture is '"), outcome::err);
    Files.writeString(source, Sources.CHIP.replace("kernel 3", "kernel 2"));
    assertTrue(verify(text).expect(1).err().contains("/studies/0/layers/0/sha256: The hash of the layer is '"));
    Files.writeString(source, "// moved down\n\n" + Sources.CHIP);
    verify(text).expect(0);
  }

  @Test
  void whatIsAskedOfAMappingIsPartOfTheQuestion() throws Exception {
    String asked = Sources.CHIP.replace("minimising energy", "minimising energy with wanted")
        + "\nmapping wanted for Net on Chip {\n  layer conv { columns K 2 }\n}\n";
    Files.writeString(source, asked);
    Imc.inside("evaluate", source.toString(), "--certificate", certificate.toString()).expect(0);
    Imc.inside("verify", certificate.toString()).expect(0);
    var json = new ObjectMapper().readTree(Files.readString(certificate));
    assertTrue(json.at("/studies/0/layers/0/search/constrained").asBoolean());
    assertFalse(json.at("/studies/0/layers/2/search/constrained").asBoolean());
    Files.writeString(source, asked.replace("columns K 2", "columns K 4"));
    Outcome outcome = Imc.inside("verify", certificate.toString()).expect(1);
    assertTrue(outcome.err().contains("/studies/0/layers/0/sha256: The hash of the layer is '"), outcome::err);
  }

  @Test
  void sourcesMayBeNamedAndMayNotEscape() throws Exception {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Path moved = Files.move(source, elsewhere.resolve("chip.imc"));
    verify(text).expect(3);
    verify(text, moved.toString()).expect(0);
    verify(text.replace("\"chip.imc\"", "\"elsewhere/chip.imc\"")).expect(0);
    verify(text.replace("\"chip.imc\"", "null")).expect(1);
    for (String name : List.of("../chip.imc", "/etc/passwd", "elsewhere/../../chip.imc", "chip.txt", "a\\u0000.imc")) {
      assertRejected(text.replace("\"chip.imc\"", "\"" + name + "\""), "\"" + name, "'");
    }
    certificate = Files.createDirectory(folder.resolve("below")).resolve("chip.json");
    Files.createSymbolicLink(certificate.resolveSibling("link.imc"), moved);
    assertRejected(text.replace("\"chip.imc\"", "\"link.imc\""), "\"link.imc\"", "is not an .imc file in the certificate's folder");
  }

  @Test
  void malformedTextIsRefusedAtItsPlace() throws Exception {
    assertRejected("", "", "The file is empty.");
    assertRejected(text + "{}", "{}", "Something follows the document.");
    assertRejected(text.replace("\"imc-certificate\"", "\"imc-evaluation\""), "\"imc-evaluation\"", "should be 'imc-certificate'");
    assertRejected(text.replaceFirst("\"version\"( ?): 3", "\"version\"$1: 2"), "2,", "this imc knows 3 only");
    assertRejected(text.replaceFirst("\"proven\"( ?): true", "\"proven\"$1: 987123"), "987123", "should be true or false");
    assertRejected(text.replaceFirst("\"title\"", "\"tale\" : 1,\n\"title\""), "1,\n\"title\"",
        "'/studies/0/tale' is not known");
    assertRejected(text.replaceFirst("\"dim\"( ?): \"[A-Z]+\"", "\"dim\"$1: \"Z\""), "\"Z\"", "should be one of B, G, K, C");
    String unevenly = text.replaceFirst("(\"cuts\"( ?): \\{\\s*\"weight\"( ?): \\[)\\s*[0-9]+", "$1 77");
    assertRejected(unevenly, unevenly.indexOf('{', unevenly.indexOf("\"cuts\"")), "The cuts of WEIGHT");
    assertRejected("[".repeat(100), "[", "a part is deeper or longer than any of a certificate, which nests 32 levels");
    assertRejected("{\"version\": " + "9".repeat(5000) + "}", "{", "numbers of 100");
    assertRejected("{\"version\": NaN}", "}", "Non-standard token 'NaN'.");
    assertRejected("// x", "/", "maybe a (non-standard) comment?.");
    String doubled = "{\"format\": \"imc-certificate\", \"format\": 1}";
    assertRejected(doubled, doubled.lastIndexOf(':'), "Duplicate field 'format'");
    assertRejected(text.replaceFirst("\"totalPj\"( ?): [0-9.E]+", "\"totalPj\"$1: 1e999"), "1e999", "a number that a double holds");
  }

  @Test
  void oversizedAndBinaryFilesAreNotRead() throws Exception {
    try (var file = new RandomAccessFile(certificate.toFile(), "rw")) {
      file.setLength(17L << 20);
    }
    Imc.inside("verify", certificate.toString()).expect(3)
        .expectErr("imc: '%s' has more than 16 MiB. Maybe it is not a certificate.\n".formatted(certificate));
    Files.write(certificate, new byte[] {(byte) 0xff, (byte) 0xfe});
    Imc.inside("verify", certificate.toString()).expect(3)
        .expectErr("imc: '%s' is not a UTF-8 text file. Maybe it is not a certificate.\n".formatted(certificate));
    Imc.inside("verify", folder.toString()).expect(3).expectErr("imc: '%s' is not a file.\n".formatted(folder));
  }

  @Test
  void tooMuchWorkIsNotAccepted() throws Exception {
    Outcome outcome = Imc.inside("verify", certificate.toString(), "--work", "10").expect(1).expectOut("");
    assertTrue(outcome.err().contains("Not accepted: Layer 'conv': the cost is verified, but that it is optimal is not proven "
        + "anew within 10 steps."), outcome::err);
    Imc.inside("verify", certificate.toString(), "--work", "0").expect(2);
  }

  @Test
  void interruptedItSaysNothing() {
    assertEquals("", Imc.inside(() -> true, false, "verify", certificate.toString()).expect(130).out());
  }

  @Test
  void aStudyThatIsNotThereIsNamed() throws Exception {
    assertRejected(text.replace("Net on Chip, minimising energy", "Net on Chip, minimising edp"), "{\n      \"file\"",
        "There is no study 'Net on Chip, minimising edp' in the sources.");
  }

  @Test
  void aLayerWithoutMappingHasNoCertificate() throws Exception {
    Files.delete(certificate);
    Sources.write(folder, "chip.imc", Sources.CHIP.replace("size 4 KiB", "size 64 bit"));
    Outcome outcome = Imc.inside("evaluate", source.toString(), "--certificate", certificate.toString()).expect(1);
    assertTrue(outcome.err().endsWith("imc: No certificate was written, since a layer has no mapping.\n"), outcome::err);
    assertFalse(Files.exists(certificate));
  }
}
