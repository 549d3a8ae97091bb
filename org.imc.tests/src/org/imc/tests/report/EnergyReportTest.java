package org.imc.tests.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.imc.dsl.evaluation.StudyResult;
import org.imc.dsl.report.FileNames;
import org.imc.dsl.report.ReportFormat;
import org.imc.engine.cost.EnergyExplanation;
import org.imc.engine.cost.MacroExplanation.Part;
import org.imc.engine.result.LayerEvaluation;
import org.junit.jupiter.api.Test;

/** Every energy of a layer is traced to how many there are of what, a formula, and a source. */
class EnergyReportTest {

  @Test
  void everyPartOfEveryLayerIsACountTimesWhatOneCosts() throws Exception {
    for (StudyResult result : Studies.tiny()) {
      for (LayerEvaluation layer : result.evaluation().layers()) {
        List<Part> parts = EnergyExplanation.of(result.evaluation().study().architecture(), layer.energy());
        assertEquals(layer.energy().parts().size(), parts.size());
        for (int i = 0; i < parts.size(); i++) {
          Part part = parts.get(i);
          assertEquals(layer.energy().parts().get(i).pj(), part.count() * part.provenance().each(), part.value() * 1e-12, part.name());
          assertTrue(!part.provenance().source().isBlank() && !part.provenance().range().isBlank(), part.name());
        }
      }
    }
  }

  @Test
  void theReportWalksFromEachLayerToFormulasAndSources() throws Exception {
    String text = ReportFormat.ENERGY.render(Studies.tiny(), FileNames.URIS);
    assertTrue(text.contains("\n    formula: ½·C_g·V² = ½·0.7·0.9²\n    source: zigzag-imc df34a6f; range: calibrated at 28 nm"), text);
    assertTrue(text.contains(" bits x "), text);
    assertTrue(text.contains("\n    formula: energy of a bit\n    source: memory "), text);
  }
}
