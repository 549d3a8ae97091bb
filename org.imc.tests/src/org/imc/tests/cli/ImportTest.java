package org.imc.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.imc.tests.onnx.OnnxBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code imc import} writes and refuses. */
class ImportTest {

  private static final String NETWORK = """
      /*
       * Imported from model.onnx, written by test.
       * Biases, batch normalisation, activations and scaling by constants are folded into the layers before them; what the
       * macros do not compute is priced as the data it moves.
       */
      network model_1 {
        source "model.onnx"
        weight 8 bit
        activation 8 bit

        input x_1 8

        dense matmul1 from x_1 { units 4 }
      }
      """;

  @TempDir private Path folder;

  private Path model() throws Exception {
    return new OnnxBuilder().input("x", 1, 8).weights("w", 8, 4).then("MatMul", Map.of(), "w").write(folder);
  }

  @Test
  void networkGoesToStandardOutputOrIntoAFile() throws Exception {
    String model = model().toString();
    Imc.inside("import", model).expect(0).expectOut(NETWORK).expectErr("");
    Path file = folder.resolve("mine.imc");
    Imc.inside("import", model, "-o", file.toString()).expect(0).expectOut("").expectErr("");
    assertEquals(NETWORK, Files.readString(file));
    Imc.inside("import", model, "-o", file.toString()).expect(3)
        .expectErr("imc: '%s' exists. Maybe '--force' to replace it.\n".formatted(file));
    Imc.inside("import", model, "-o", file.toString(), "--force", "--name", "mine", "--weight", "4", "--activation", "6").expect(0);
    assertTrue(Files.readString(file).contains("network mine {\n  source \"model.onnx\"\n  weight 4 bit\n  activation 6 bit\n"));
  }

  @Test
  void whatWasImportedCanBeEvaluated() throws Exception {
    Path file = folder.resolve("mine.imc");
    Imc.inside("import", model().toString(), "-o", file.toString()).expect(0);
    Path question = Files.writeString(folder.resolve("question.imc"), """
        import imc.chip.GuoISSCC2023
        evaluate model_1 on GuoISSCC2023 minimising energy
        """);
    String out = Imc.inside("evaluate", file.toString(), question.toString()).expect(0).out();
    assertTrue(out.startsWith("model_1 on GuoISSCC2023, minimising energy\n"), out);
  }

  @Test
  void whatIsNotKnownIsWarnedOf() throws Exception {
    Path model = new OnnxBuilder().input("x", 1, 8).weights("w", 8, 4).then("Magic", Map.of()).then("MatMul", Map.of(), "w").write(folder);
    Outcome outcome = Imc.inside("import", model.toString()).expect(0);
    assertEquals(("%s: warning: node 1 'magic1' (Magic): Operator 'Magic' is not known. It is priced as the data it moves; "
        + "multiplications, if it makes any, are not counted.\n").formatted(model), outcome.err());
  }

  @Test
  void sizesThatAreLeftOpenAreAskedFor() throws Exception {
    String model = new OnnxBuilder().input("ids", 1, -1).weights("w", 8, 4).then("MatMul", Map.of(), "w").write(folder).toString();
    Imc.inside("import", model).expect(1).expectOut("").expectErr(
        model + ": error: Input 'ids' leaves its size on axis 1 open ('open1'). Maybe add '--size open1=128'.\n");
    Imc.inside("import", model, "--size", "open1=8").expect(0).expectErr("");
  }

  @Test
  void damagedFilesAreRefused() throws Exception {
    Path text = Files.writeString(folder.resolve("text.onnx"), "network n { }");
    Outcome outcome = Imc.inside("import", text.toString()).expect(1).expectOut("");
    assertTrue(outcome.err().startsWith(text + ": error: The file is cut off or is no ONNX file: reading failed at byte "), outcome::err);
    Imc.inside("import", folder.resolve("none.onnx").toString()).expect(3)
        .expectErr("imc: '%s' does not exist.\n".formatted(folder.resolve("none.onnx")));
  }

  @Test
  void sizesThatTheLanguageDoesNotCountAreReported() throws Exception {
    Path model = new OnnxBuilder().input("x", 1, 1L << 31).weights("w", 1L << 31, 1).then("MatMul", Map.of(), "w").write(folder);
    Outcome outcome = Imc.inside("import", model.toString()).expect(1);
    assertTrue(outcome.err().startsWith("model_1:11:13: error[number.out-of-range]: 'size' is 2147483648, but must lie between 1 and "),
        outcome::err);
  }

  @Test
  void wrongOptionsAreRefused() throws Exception {
    String model = model().toString();
    Imc.inside("import", model, "--batch", "0").expect(2)
        .expectErr("imc import: --batch is 0. It must be from 1 to 1000000.\nTry 'imc import --help'.\n");
    Imc.inside("import", model, "--weight", "33").expect(2)
        .expectErr("imc import: --weight is 33. It must be from 1 to 32.\nTry 'imc import --help'.\n");
    Imc.inside("import", model, "--size", "n=-1").expect(2)
        .expectErr("imc import: --size n is -1. It must be from 1 to 1000000.\nTry 'imc import --help'.\n");
    Imc.inside("import", model, "-o", "out").expect(2)
        .expectErr("imc import: --output is 'out'. A network goes into an .imc file. Maybe 'out.imc'.\nTry 'imc import --help'.\n");
  }

  /** Half a gigabyte of weights in a heap of a fifth: they are passed over. */
  @Test
  void weightsNeverEnterTheMemory() throws Exception {
    Path model = folder.resolve("large.onnx");
    Files.copy(model(), model);
    int weights = 512 << 20;
    ByteBuffer head = ByteBuffer.allocate(32);
    varint(head, 7 << 3 | 2); // the graph goes on: messages of one field are merged
    varint(head, 6 + 6 + weights);
    varint(head, 5 << 3 | 2);
    varint(head, 6 + weights);
    varint(head, 9 << 3 | 2);
    varint(head, weights);
    head.flip();
    try (FileChannel channel = FileChannel.open(model, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
      channel.write(head);
    }
    try (var file = new RandomAccessFile(model.toFile(), "rw")) {
      file.setLength(file.length() + weights); // a hole, which takes no room on the disk
    }
    Outcome outcome = Imc.within(100, folder, "import", "large.onnx").expect(0).expectErr("");
    assertTrue(outcome.out().contains("  dense matmul1 from x_1 { units 4 }\n"), outcome::out);
  }

  private static void varint(ByteBuffer bytes, int value) {
    int rest = value;
    while (rest >>> 7 != 0) {
      bytes.put((byte) (rest & 0x7f | 0x80));
      rest >>>= 7;
    }
    bytes.put((byte) rest);
  }
}
