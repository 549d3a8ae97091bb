package org.imc.tests.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts made to break parsers and to wake up whatever is quadratic: deep, long, wide, many. */
final class HostileTexts {

  private HostileTexts() { }

  /**
   * Return all of them.
   *
   * @param scale 1 for what a person might paste; 200 for tokens of megabytes and braces by the hundred thousand
   */
  static List<Document> all(int scale) {
    var all = new ArrayList<Document>();
    all.addAll(nested(500 * scale));
    all.addAll(longTokens(20_000 * scale));
    all.addAll(manyThings(50 * scale));
    all.add(importsInCircles(Math.min(50, 4 * scale)));
    return all;
  }

  private static List<Document> nested(int depth) {
    return List.of(
        text("nested opening braces", "network n " + "{ ".repeat(depth)),
        text("nested closing braces", "}".repeat(depth)),
        text("nested networks", "network n { ".repeat(depth)),
        text("nested gates", "technology t { gate { " + "cell { ".repeat(depth)),
        text("nested comments", "/*".repeat(depth)),
        text("nested closed comments", "/*".repeat(depth) + "*/".repeat(depth)),
        text("comment openings", "/* /".repeat(depth)),
        text("quotes", "\"".repeat(depth)),
        text("carets", "^".repeat(depth)),
        text("dots of a package", "package a" + ".a".repeat(depth)),
        text("slashes of a unit", "technology t { node 28 nm" + "/nm".repeat(depth) + " }"),
        text("words in the wrong place", "weight ".repeat(depth)),
        text("numbers in the wrong place", "network n { input a " + "3 ".repeat(depth) + "}"));
  }

  private static List<Document> longTokens(int length) {
    String a = "a".repeat(length);
    return List.of(
        text("a long name", "network " + a + " { }"),
        text("a long word", a),
        text("a long reference", "digital macro m { technology " + a + " }"),
        text("a long import", "import " + a),
        text("a long unit", "technology t { node 28 " + a + " }"),
        text("a long whole number", "technology t { node " + "9".repeat(length) + " nm }"),
        text("a long fraction", "technology t { node 0." + "0".repeat(length) + "1 nm }"),
        text("a long exponent", "technology t { node 1e" + "9".repeat(length) + " nm }"),
        text("a long text", "technology t { source \"" + a + "\" }"),
        text("a long open text", "technology t { source \"" + a),
        text("a long comment", "/* " + a + " */"),
        text("a long open comment", "/* " + a),
        text("a long line comment", "// " + a),
        text("much space", " ".repeat(length) + "network n { }"),
        text("many lines", "\n".repeat(length)),
        text("zero bytes", "\0".repeat(length / 20)),
        text("no character of the language", "é".repeat(length / 20)));
  }

  private static List<Document> manyThings(int count) {
    return List.of(
        text("a long chain of layers", network(each(count, i ->
            "dense l%d from %s { units 10 }".formatted(i, i == 0 ? "image" : "l" + (i - 1))))),
        text("a long residual network", network(each(count, i -> i == 0
            ? "dense l0 from image { units 10 }"
            : "add l%d from l%d, l%d".formatted(i, i - 1, i / 2)))),
        text("a layer that reads many", network("dense l from image { units 10 }\nadd sum from l" + ", l".repeat(count))),
        text("layers of one name", network("dense l from image { units 10 }\n".repeat(count))),
        text("layers that read unknown ones", network(each(count, i -> "dense layer%d from leyer%d { units 1 }".formatted(i, i)))),
        text("layers in the wrong order", network(each(count, i -> "dense l%d from l%d { units 1 }".formatted(i, i + 1)))),
        text("many declarations", each(count, i -> "network n%d { weight 8 bit activation 8 bit }".formatted(i))),
        text("declarations of one name", "network n { }\n".repeat(count)),
        text("unknown technologies", each(count, i -> "digital macro m%d { technology tecnology%d }".formatted(i, i))),
        text("unknown imports", each(count, i -> "import imc.nothing%d".formatted(i))),
        text("the library again and again", "import imc.network.*\n".repeat(count)),
        text("studies of unknown things", each(count, i -> "evaluate net%d on chip%d minimising energy".formatted(i, i))),
        text("the same question", "import imc.network.*\nimport imc.chip.*\n"
            + "evaluate ResNet8 on GuoISSCC2023 minimising energy\n".repeat(count / 10)),
        text("a property again and again", "network n { " + "weight 8 bit ".repeat(count) + "}"),
        text("memories", "architecture a { " + each(count, i ->
            "memory m%d { size 1 KiB serves weights, inputs, outputs }".formatted(i)) + "}"),
        text("ports", "architecture a { memory m { " + "port read 8 bit ".repeat(count) + "} }"),
        text("sizes", "network n { input i 1" + " x 1".repeat(count) + " }"),
        text("paddings", network("pool p from image { kernel 1 padding" + " 1".repeat(count) + " }")),
        text("comments between all tokens", network("dense l from image { units 10 }").replace(" ", " /* c */ ".repeat(count / 10))));
  }

  /** Return files each of which imports all others. */
  private static Document importsInCircles(int files) {
    List<String> texts = IntStream.range(0, files).mapToObj(i ->
        "package p%d\n".formatted(i) + each(files, j -> "import p%d.*".formatted(j)) + "network n%d { }".formatted(i)).toList();
    return new Document("imports in circles", texts.getFirst(), texts.subList(1, files));
  }

  private static String network(String layers) {
    return "network n {\nweight 8 bit\nactivation 8 bit\ninput image 10\n" + layers + "\n}\n";
  }

  private static String each(int count, IntFunction<String> line) {
    return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
  }

  private static Document text(String origin, String text) {
    return Document.alone(origin, text);
  }
}
