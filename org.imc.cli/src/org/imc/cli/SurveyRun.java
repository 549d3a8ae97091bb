package org.imc.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.xtext.resource.XtextResource;
import org.imc.dsl.report.SurveyFormat;
import org.imc.dsl.report.SurveyPlot;
import org.imc.dsl.survey.Normalisation;
import org.imc.dsl.survey.SurveyFilter;
import org.imc.dsl.survey.SurveyOrder;
import org.imc.dsl.survey.SurveyReader;
import org.imc.dsl.survey.SurveyRow;
import org.jspecify.annotations.Nullable;

/**
 * One run of {@code imc survey}.
 *
 * @param imc where to write
 * @param paths the user's files and folders
 * @param filter which rows are wanted
 * @param order how they are sorted
 * @param best whether there is one row a chip
 * @param normalisation of the figures in plots, and to sort by
 * @param format how they are written
 * @param plot what a plot shows
 * @param file where they go; null for standard output
 */
record SurveyRun(ImcCommand imc, List<Path> paths, SurveyFilter filter, SurveyOrder order, boolean best,
    Normalisation normalisation, SurveyFormat format, SurveyPlot plot, @Nullable Path file) {

  /** Return the exit code. */
  int call() throws IOException {
    SurveyReader survey = Language.get(SurveyReader.class);
    var rows = new ArrayList<SurveyRow>();
    int code = paths.isEmpty() ? ExitCode.OK : readOwn(survey, rows);
    rows.addAll(survey.shipped());
    imc.cancellation().check();
    List<SurveyRow> wanted = wanted(rows);
    if (wanted.isEmpty()) {
      imc.output().err().println("imc: No chip of the survey is like that. Maybe ask for less.");
      return ExitCode.PROBLEMS;
    }
    OutputFile.writeReport(file, format.render(wanted, plot, normalisation), imc.output());
    return code;
  }

  private List<SurveyRow> wanted(List<SurveyRow> rows) {
    List<SurveyRow> wanted = filter.of(rows);
    if (best) {
      wanted = (order.ranksFigures() ? order : SurveyOrder.EFFICIENCY).best(wanted, normalisation);
    }
    return order.of(wanted, normalisation);
  }

  private int readOwn(SurveyReader survey, List<SurveyRow> rows) throws IOException {
    CheckedFiles files = CheckedFiles.read(new InputOptions(paths), imc.cancellation());
    var diagnostics = new Diagnostics(imc.output().err(), imc.colorsErrors(), new PathNames(paths), files::text);
    diagnostics.print(files.problems());
    diagnostics.printSummary();
    for (XtextResource named : files.named()) {
      if (files.isSound(named)) {
        rows.addAll(survey.own(named));
      }
    }
    if (files.missesFiles()) {
      return ExitCode.FILES;
    }
    return diagnostics.hasErrors() ? ExitCode.PROBLEMS : ExitCode.OK;
  }
}
