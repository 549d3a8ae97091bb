package org.imc.dsl.linking;

import java.util.Map;
import org.eclipse.emf.ecore.EClass;
import org.imc.model.imc.ImcPackage;

/** The words of the language for its kinds of declarations. */
public final class Kinds {

  private static final Map<EClass, String> WORDS = Map.ofEntries(
      Map.entry(ImcPackage.Literals.TECHNOLOGY_DECL, "technology"),
      Map.entry(ImcPackage.Literals.GATE_DECL, "gate"),
      Map.entry(ImcPackage.Literals.CELL_DECL, "cell"),
      Map.entry(ImcPackage.Literals.TRANSISTOR_DECL, "transistor"),
      Map.entry(ImcPackage.Literals.PART_DECL, "part"),
      Map.entry(ImcPackage.Literals.MACRO_DECL, "macro"),
      Map.entry(ImcPackage.Literals.DAC_DECL, "dac"),
      Map.entry(ImcPackage.Literals.ADC_DECL, "adc"),
      Map.entry(ImcPackage.Literals.ACTIVITY_DECL, "activity"),
      Map.entry(ImcPackage.Literals.READ_OUT_DECL, "readout"),
      Map.entry(ImcPackage.Literals.LOGIC_DECL, "logic"),
      Map.entry(ImcPackage.Literals.ARCHITECTURE_DECL, "architecture"),
      Map.entry(ImcPackage.Literals.MEMORY_DECL, "memory"),
      Map.entry(ImcPackage.Literals.PORT_DECL, "port"),
      Map.entry(ImcPackage.Literals.NETWORK_DECL, "network"),
      Map.entry(ImcPackage.Literals.NODE_DECL, "input or layer"),
      Map.entry(ImcPackage.Literals.INPUT_DECL, "input"),
      Map.entry(ImcPackage.Literals.CONV2D_DECL, "conv2d"),
      Map.entry(ImcPackage.Literals.DEPTHWISE_DECL, "depthwise"),
      Map.entry(ImcPackage.Literals.DENSE_DECL, "dense"),
      Map.entry(ImcPackage.Literals.MATMUL_DECL, "matmul"),
      Map.entry(ImcPackage.Literals.ADD_DECL, "add"),
      Map.entry(ImcPackage.Literals.POOL_DECL, "pool"),
      Map.entry(ImcPackage.Literals.CONCAT_DECL, "concat"),
      Map.entry(ImcPackage.Literals.RESHAPE_DECL, "reshape"),
      Map.entry(ImcPackage.Literals.OPERATOR_DECL, "operator"),
      Map.entry(ImcPackage.Literals.BLOCK_DECL, "block"),
      Map.entry(ImcPackage.Literals.USE_DECL, "use"),
      Map.entry(ImcPackage.Literals.PARAMETER_DECL, "parameter"),
      Map.entry(ImcPackage.Literals.CHIP_DECL, "chip"),
      Map.entry(ImcPackage.Literals.REPORTED_DECL, "reported"),
      Map.entry(ImcPackage.Literals.MAPPING_DECL, "mapping"),
      Map.entry(ImcPackage.Literals.CLAIM_DECL, "claim"),
      Map.entry(ImcPackage.Literals.EXPECTATION_DECL, "expectation"),
      Map.entry(ImcPackage.Literals.FIGURE_DECL, "figure"),
      Map.entry(ImcPackage.Literals.LAYER_DECL, "layer"),
      Map.entry(ImcPackage.Literals.STUDY_DECL, "evaluate"),
      Map.entry(ImcPackage.Literals.EXPLORE_DECL, "explore"));

  private Kinds() { }

  /** Return the word for a kind of declaration. */
  public static String word(EClass kind) {
    return WORDS.getOrDefault(kind, kind.getName());
  }

  /** Return the word with a capital letter, to begin a sentence. */
  public static String capitalised(EClass kind) {
    String word = word(kind);
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
