package org.imc.onnx.file;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The graph of an ONNX file, without weights.
 *
 * @param fileName the file's name without its folder
 * @param producer the tool that wrote it; may be empty
 * @param nodes in the order of the file
 * @param constants by name
 * @param inputs in the order of the file, without those that only give a constant another value
 * @param known what the file says of what nodes make, by name
 * @param outputs the names of what leaves the graph
 */
public record OnnxModel(
    String fileName, String producer, List<OnnxNode> nodes, Map<String, OnnxTensor> constants, List<OnnxValue> inputs,
    Map<String, OnnxValue> known, Set<String> outputs) { }
