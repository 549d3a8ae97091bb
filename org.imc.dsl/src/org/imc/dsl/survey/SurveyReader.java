package org.imc.dsl.survey;

import static org.imc.model.imc.ImcPackage.Literals.*;

import com.google.inject.Inject;
import com.google.inject.Provider;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.imc.dsl.library.Library;
import org.imc.dsl.quantity.Quantities;
import org.imc.model.imc.ChipDecl;
import org.imc.model.imc.FileDecl;
import org.imc.model.imc.QuantityDecl;
import org.imc.model.imc.ReportedDecl;
import org.jspecify.annotations.Nullable;

/** Read the survey: the chips of the library, and those of a user's files. */
public class SurveyReader {

  private static final String SURVEY = Library.ROOT_PACKAGE + ".survey.";

  /** One mm² in the unit of areas, um². */
  /** One W in the unit of powers, mW. */
  private static final double MW_PER_W = 1e3;

  @Inject private Library library;
  @Inject private Provider<XtextResourceSet> resourceSets;

  /** Return the rows of all chips that are shipped, by name and then in the order of the text. */
  public List<SurveyRow> shipped() {
    XtextResourceSet set = resourceSets.get();
    return library.names().stream()
        .filter(name -> name.startsWith(SURVEY))
        .map(name -> library.find(name).orElseThrow())
        .distinct()
        .flatMap(file -> rows(load(file, set), false))
        .toList();
  }

  /** Return the rows of a user's file that is free of errors, in the order of the text. */
  public List<SurveyRow> own(Resource file) {
    return rows(file, true).toList();
  }

  private Resource load(URI file, XtextResourceSet set) {
    library.load(file, set);
    return set.getResource(file, false);
  }

  private static Stream<SurveyRow> rows(Resource resource, boolean own) {
    if (resource.getContents().isEmpty() || !(resource.getContents().get(0) instanceof FileDecl file)) {
      return Stream.empty();
    }
    return file.getElements().stream()
        .filter(ChipDecl.class::isInstance)
        .map(ChipDecl.class::cast)
        .flatMap(chip -> {
          SurveyChip read = chip(chip, own);
          return chip.getReported().stream().map(reported -> new SurveyRow(read, figures(chip, reported)));
        });
  }

  private static SurveyChip chip(ChipDecl chip, boolean own) {
    double rows = value(chip.getRows());
    double columns = value(chip.getColumns());
    var array = new SurveyChip.Array(rows, columns, orElse(value(chip.getSize()), rows * columns),
        value(chip.getInputs()), value(chip.getOutputs()), value(chip.getOutput()));
    return new SurveyChip(chip.getName(), chip.eResource().getURI(), own, chip.getSource(), chip.getVenue(),
        value(chip.getYear()), chip.eIsSet(CHIP_DECL__STYLE) ? chip.getStyle() : null,
        chip.eIsSet(CHIP_DECL__CELL) ? chip.getCell() : null, chip.getCellName(), array, value(chip.getNode()));
  }

  private static SurveyFigures figures(ChipDecl chip, ReportedDecl reported) {
    double areaMm2 = value(reported.getArea()) / Quantities.UM2_PER_MM2;
    double powerMw = value(reported.getPower());
    double tops = value(reported.getThroughput());
    return new SurveyFigures(reported.getSource(),
        reported.eIsSet(REPORTED_DECL__QUALITY) ? reported.getQuality() : null,
        reported.eIsSet(REPORTED_DECL__SCOPE) ? reported.getScope() : chip.getScope(),
        value(reported.getSupply()), value(reported.getClock()),
        orElse(value(reported.getWeight()), value(chip.getWeight())),
        orElse(value(reported.getActivation()), value(chip.getActivation())),
        value(reported.getNormalised()), value(reported.getSparsity()), tops,
        orElse(value(reported.getEfficiency()), tops * MW_PER_W / powerMw),
        orElse(value(reported.getComputeDensity()), tops / areaMm2),
        areaMm2, powerMw, reported.getNote());
  }

  private static double value(@Nullable QuantityDecl quantity) {
    return Quantities.value(quantity, Double.NaN);
  }

  private static double orElse(double value, double otherwise) {
    return Double.isNaN(value) ? otherwise : value;
  }
}
