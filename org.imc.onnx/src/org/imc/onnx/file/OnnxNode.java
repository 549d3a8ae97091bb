package org.imc.onnx.file;

import java.util.List;
import java.util.Map;

/**
 * A node of the graph.
 *
 * @param number its place in the file, from 1
 * @param name its name; often empty
 * @param domain where its operator is from; empty for ONNX's own
 * @param type its operator
 * @param inputs the tensors that it reads; an empty name stands for an input that is left out
 * @param outputs the tensors that it makes; an empty name for one that is not wanted
 * @param attributes by name
 */
public record OnnxNode(
    int number, String name, String domain, String type, List<String> inputs, List<String> outputs,
    Map<String, OnnxAttribute> attributes) {

  /** Return the node's name, or that of what it makes. */
  public String title() {
    return name.isEmpty() && !outputs.isEmpty() ? outputs.getFirst() : name;
  }

  /** Return its operator, with its domain where that is not ONNX's own. */
  public String operator() {
    return domain.isEmpty() || domain.equals("ai.onnx") ? type : domain + "." + type;
  }

  /** Return an integer attribute, or what holds without it. */
  public long integer(String attribute, long otherwise) {
    OnnxAttribute given = attributes.get(attribute);
    return given == null ? otherwise : given.integer();
  }

  /** Return an attribute that is a text, or what holds without it. */
  public String text(String attribute, String otherwise) {
    OnnxAttribute given = attributes.get(attribute);
    return given == null ? otherwise : given.text();
  }

  /** Return an attribute that is a list of integers, or what holds without it. */
  public long[] integers(String attribute, long... otherwise) {
    OnnxAttribute given = attributes.get(attribute);
    return given == null ? otherwise : Numbers.whole(given.numbers());
  }
}
