package org.imc.dsl.report;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.imc.dsl.survey.Normalisation;
import org.imc.dsl.survey.SurveyChip;
import org.imc.dsl.survey.SurveyFigures;
import org.imc.dsl.survey.SurveyRow;
import org.jspecify.annotations.Nullable;

/**
 * A column of the exported survey: everything that is known of a row. {@code docs/schema/survey-1.json} describes them.
 *
 * @param csv its name in CSV, with its unit
 * @param json its name in JSON
 * @param value a {@link String}, a {@link Double} or a {@link Boolean}; null or NaN where not known
 */
record SurveyColumn(String csv, String json, Function<SurveyRow, @Nullable Object> value) {

  /** All columns, in order. */
  static final List<SurveyColumn> ALL = List.of(
      of("chip", row -> row.chip().name()),
      of("own", row -> row.chip().own()),
      of("venue", row -> row.chip().venue()),
      chip("year", SurveyChip::year),
      of("style", row -> literal(row.chip().style())),
      of("cell", row -> literal(row.chip().cell())),
      of("cell_name", row -> row.chip().cellName()),
      chip("node_nm", SurveyChip::nodeNm),
      chip("rows", chip -> chip.array().rows()),
      chip("columns", chip -> chip.array().columns()),
      chip("size_bit", chip -> chip.array().sizeBits()),
      chip("inputs", chip -> chip.array().inputs()),
      chip("outputs", chip -> chip.array().outputs()),
      chip("output_bit", chip -> chip.array().outputBits()),
      of("scope", row -> literal(row.figures().scope())),
      of("quality", row -> literal(row.figures().quality())),
      figure("supply_v", SurveyFigures::supplyV),
      figure("clock_mhz", SurveyFigures::clockMhz),
      figure("weight_bit", SurveyFigures::weightBits),
      figure("activation_bit", SurveyFigures::activationBits),
      figure("normalised_bit", SurveyFigures::normalisedBits),
      figure("sparsity", SurveyFigures::sparsity),
      of("tops", row -> row.tops(Normalisation.MEASURED)),
      of("tops_per_watt", row -> row.topsPerWatt(Normalisation.MEASURED)),
      of("tops_per_mm2", row -> row.topsPerMm2(Normalisation.MEASURED)),
      of("one_bit_tops", row -> row.tops(Normalisation.ONE_BIT)),
      of("one_bit_tops_per_watt", row -> row.topsPerWatt(Normalisation.ONE_BIT)),
      of("one_bit_tops_per_mm2", row -> row.topsPerMm2(Normalisation.ONE_BIT)),
      figure("area_mm2", SurveyFigures::areaMm2),
      figure("power_mw", SurveyFigures::powerMw),
      of("note", row -> row.figures().note()),
      of("reported_by", row -> row.figures().source()),
      of("citation", row -> row.chip().citation()));

  private static SurveyColumn of(String name, Function<SurveyRow, @Nullable Object> value) {
    return new SurveyColumn(name, camelCase(name), value);
  }

  private static SurveyColumn chip(String name, ToDoubleFunction<SurveyChip> value) {
    return of(name, row -> value.applyAsDouble(row.chip()));
  }

  private static SurveyColumn figure(String name, ToDoubleFunction<SurveyFigures> value) {
    return of(name, row -> value.applyAsDouble(row.figures()));
  }

  private static @Nullable String literal(@Nullable Enum<?> constant) {
    return constant == null ? null : Words.of(constant);
  }

  private static String camelCase(String name) {
    var text = new StringBuilder();
    for (String word : name.split("_")) {
      text.append(text.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return text.toString();
  }
}
