package org.imc.dsl.ide.contentassist;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EEnumLiteral;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.util.TextRegion;
import org.imc.dsl.ide.documentation.ExampleLines;
import org.imc.dsl.ide.documentation.WordMeaning;
import org.imc.dsl.validation.Examples;
import org.imc.dsl.validation.Properties;
import org.imc.model.imc.ComputeStyle;
import org.imc.model.imc.ImcPackage;

/**
 * A whole declaration with what it cannot do without.
 *
 * @param label its first line, short
 * @param text what is inserted
 * @param places what its author will change, as parts of the text
 */
record Snippet(String label, String text, List<TextRegion> places) {

  private static final Pattern PLACE = Pattern.compile("<([^>]*)>");

  /** A property of one line and its value. */
  private static final Pattern PROPERTY = Pattern.compile("(\\s*\\w+ )([^{]+)");

  /** Return the declaration that a word begins. */
  static Optional<Snippet> of(Keyword keyword) {
    return WordMeaning.of(keyword).flatMap(meaning -> switch (meaning) {
      case EEnumLiteral literal when literal.getInstance() instanceof ComputeStyle style ->
          Optional.of(macro(style));
      case EClass kind -> of(kind);
      default -> Optional.empty();
    });
  }

  private static Optional<Snippet> of(EClass kind) {
    return switch (kind.getClassifierID()) {
      case ImcPackage.PARAMETER_DECL -> Optional.of(marked(List.of("parameter <width> = <8>")));
      case ImcPackage.STUDY_DECL ->
          Optional.of(marked(List.of("evaluate <Network> on <Architecture> minimising <energy>")));
      case ImcPackage.TECHNOLOGY_DECL -> Optional.of(block("technology <name>", Properties.required(kind), List.of()));
      case ImcPackage.ARCHITECTURE_DECL -> Optional.of(block("architecture <Name>", Properties.required(kind), List.of()));
      case ImcPackage.CHIP_DECL -> Optional.of(block("chip <Name>", Properties.required(kind), List.of()));
      case ImcPackage.NETWORK_DECL ->
          Optional.of(block("network <Name>", Properties.required(kind), layers("input image 3 x 32 x 32", "image")));
      case ImcPackage.BLOCK_DECL -> Optional.of(block("block <Name>", Properties.required(kind), layers("input x", "x")));
      case ImcPackage.EXPLORE_DECL -> Optional.of(marked(List.of("explore <Name> {", "  networks <ResNet8>",
          "  architectures <Chip>", "  rows in <32 .. 1024 step * 2>", "  minimising <energy, area>", "}")));
      default -> Optional.empty();
    };
  }

  private static Snippet macro(ComputeStyle style) {
    return block(style.getLiteral() + " macro <Name>",
        Stream.concat(Properties.required(ImcPackage.Literals.MACRO_DECL).stream(), neededBy(style).stream()).toList(),
        List.of());
  }

  /** Return the properties that a macro of a style cannot do without, beside those of all macros. */
  static List<EStructuralFeature> neededBy(ComputeStyle style) {
    return style == ComputeStyle.ANALOG
        ? List.of(ImcPackage.Literals.MACRO_DECL__DAC, ImcPackage.Literals.MACRO_DECL__ADC)
        : List.of(ImcPackage.Literals.MACRO_DECL__SERIAL);
  }

  private static List<String> layers(String input, String name) {
    return List.of(input, "dense fc from %s {".formatted(name),
        "  " + Examples.of(ImcPackage.Literals.DENSE_DECL__UNITS), "}");
  }

  private static Snippet block(String head, List<EStructuralFeature> properties, List<String> further) {
    var lines = new ArrayList<>(List.of(head + " {"));
    properties.stream().flatMap(property -> ExampleLines.of(property).stream())
        .map(line -> "  " + PROPERTY.matcher(line).replaceFirst("$1<$2>"))
        .forEach(lines::add);
    further.forEach(line -> lines.add("  " + line));
    lines.add("}");
    return marked(lines);
  }

  /** Take the angle brackets out of a text and remember what stood in them. */
  private static Snippet marked(List<String> lines) {
    var text = new StringBuilder();
    var places = new ArrayList<TextRegion>();
    var matcher = PLACE.matcher(String.join("\n", lines));
    while (matcher.find()) {
      matcher.appendReplacement(text, "");
      places.add(new TextRegion(text.length(), matcher.group(1).length()));
      text.append(matcher.group(1));
    }
    matcher.appendTail(text);
    String head = PLACE.matcher(lines.get(0)).replaceAll("$1");
    return new Snippet(head.endsWith("{") ? head + " … }" : head, text.toString(), List.copyOf(places));
  }
}
