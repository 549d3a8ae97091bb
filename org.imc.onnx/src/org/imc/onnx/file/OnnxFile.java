package org.imc.onnx.file;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.SparseTensorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.imc.onnx.OnnxException;

/**
 * Reads an ONNX file as a stream. Bytes of weights are passed over, so that time and memory do not depend on them.
 *
 * <p>Source of the field numbers: {@code onnx-ml.proto} of ONNX, as the messages of {@code tribuo-util-onnx} have them.
 */
public final class OnnxFile {

  /** What the format itself allows; larger weights stand in files of their own. */
  private static final long MOST_BYTES = Integer.MAX_VALUE;

  private static final int MOST_NODES = 100_000;

  private static final int MOST_TENSORS = 200_000;

  private final WireReader wire;
  private final NodeReader nodeReader;
  private final List<OnnxNode> nodes = new ArrayList<>();
  private final Map<String, OnnxTensor> constants = new HashMap<>();
  private final List<OnnxValue> inputs = new ArrayList<>();
  private final Map<String, OnnxValue> known = new HashMap<>();
  private final Set<String> outputs = new LinkedHashSet<>();
  private String producer = "";
  private boolean hasGraph;

  private OnnxFile(InputStream stream) {
    wire = new WireReader(stream);
    nodeReader = new NodeReader(wire);
  }

  /**
   * Read a file.
   *
   * @param cancelled asked for each piece of the file
   * @throws CancellationException when cancelled
   * @throws OnnxException when it is no ONNX file, cut off, or larger than any network
   * @throws IOException when it cannot be read
   */
  public static OnnxModel read(Path path, BooleanSupplier cancelled) throws IOException {
    long size = Files.size(path);
    if (Files.isDirectory(path)) {
      throw new IOException("'%s' is a folder.".formatted(path));
    }
    if (!Files.isRegularFile(path)) { // its size is not known before its end
      throw new IOException("'%s' is a pipe or a device. Maybe copy it into a file.".formatted(path));
    }
    if (size > MOST_BYTES) {
      throw new OnnxException("The file has %d bytes, but the format allows at most %d. Maybe store its weights beside it."
          .formatted(size, MOST_BYTES));
    }
    try (InputStream stream = new CancellableStream(Files.newInputStream(path), cancelled)) {
      var file = new OnnxFile(stream);
      try {
        return file.read(path.getFileName().toString());
      } catch (InvalidProtocolBufferException e) {
        throw new OnnxException("The file is cut off or is no ONNX file: reading failed at byte %d of %d."
            .formatted(Math.min(file.wire.position(), size), size));
      }
    }
  }

  private OnnxModel read(String fileName) throws IOException {
    wire.file(this::modelField);
    if (!hasGraph) {
      throw new OnnxException("The file holds no graph. Maybe it is no ONNX file.");
    }
    inputs.removeIf(input -> constants.containsKey(input.name()));
    return new OnnxModel(fileName, producer, nodes, constants, inputs, known, outputs);
  }

  private void modelField(int field) throws IOException {
    switch (field) {
      case ModelProto.PRODUCER_NAME_FIELD_NUMBER -> producer = wire.text();
      case ModelProto.GRAPH_FIELD_NUMBER -> {
        hasGraph = true;
        wire.message(this::graphField);
      }
      default -> wire.skip();
    }
  }

  private void graphField(int field) throws IOException {
    switch (field) {
      case GraphProto.NODE_FIELD_NUMBER -> {
        require(nodes.size() < MOST_NODES, "more than %d nodes".formatted(MOST_NODES));
        nodes.add(nodeReader.read(nodes.size() + 1));
      }
      case GraphProto.INITIALIZER_FIELD_NUMBER -> constant();
      case GraphProto.SPARSE_INITIALIZER_FIELD_NUMBER -> sparseConstant();
      case GraphProto.INPUT_FIELD_NUMBER -> inputs.add(value());
      case GraphProto.OUTPUT_FIELD_NUMBER -> {
        OnnxValue output = value();
        outputs.add(output.name());
        known.put(output.name(), output);
      }
      case GraphProto.VALUE_INFO_FIELD_NUMBER -> {
        OnnxValue value = value();
        known.put(value.name(), value);
      }
      default -> wire.skip();
    }
  }

  private OnnxValue value() throws IOException {
    require(known.size() + inputs.size() < MOST_TENSORS, "more than %d tensors".formatted(MOST_TENSORS));
    return ValueReader.read(wire);
  }

  private void constant() throws IOException {
    require(constants.size() < MOST_TENSORS, "more than %d constants".formatted(MOST_TENSORS));
    OnnxTensor tensor = TensorReader.read(wire);
    constants.put(tensor.name(), tensor);
  }

  /** Keep the name and the dense shape of a sparse constant, which is stored as values and their places. */
  private void sparseConstant() throws IOException {
    var values = new OnnxTensor[1];
    WireReader.NumberList shape = wire.list();
    wire.message(field -> {
      switch (field) {
        case SparseTensorProto.VALUES_FIELD_NUMBER -> values[0] = TensorReader.read(wire);
        case SparseTensorProto.DIMS_FIELD_NUMBER -> wire.integers(shape);
        default -> wire.skip();
      }
    });
    if (values[0] != null) {
      constants.put(values[0].name(),
          new OnnxTensor(values[0].name(), Numbers.whole(shape.numbers()), values[0].type(), null));
    }
  }

  private static void require(boolean holds, String otherwise) throws OnnxException {
    if (!holds) {
      throw new OnnxException("The file holds %s. No network needs that.".formatted(otherwise));
    }
  }
}
