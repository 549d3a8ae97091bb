package org.imc.dsl.survey;

import org.eclipse.emf.common.util.URI;
import org.imc.model.imc.CellKind;
import org.imc.model.imc.ComputeStyle;
import org.jspecify.annotations.Nullable;

/**
 * A published chip. What no source tells is null, or NaN.
 *
 * @param name of its declaration
 * @param file that declares it
 * @param own whether it is the user's, not the library's
 * @param citation authors, title, venue, year
 * @param venue in short, such as ISSCC
 * @param year of publication
 * @param style analog or digital
 * @param cell kind of storage
 * @param cellName as the field calls it, such as 8T1C
 * @param array its rows, columns and read-out
 * @param nodeNm feature size, nm
 */
public record SurveyChip(
    String name, URI file, boolean own, String citation, @Nullable String venue, double year,
    @Nullable ComputeStyle style, @Nullable CellKind cell, @Nullable String cellName, Array array, double nodeNm) {

  /**
   * The array of a chip; NaN where not told.
   *
   * @param rows cells along a bit line
   * @param columns cells along a word line
   * @param sizeBits what it stores
   * @param inputs summed for an output at a time
   * @param outputs read out at a time
   * @param outputBits width of an output: the resolution of an analog chip's converters
   */
  public record Array(
      double rows, double columns, double sizeBits, double inputs, double outputs, double outputBits) { }
}
