package org.imc.dsl.report;

import java.util.List;
import org.imc.dsl.evaluation.StudyResult;

/** How results are written down. */
public enum ReportFormat {

  /** Tables for people, about 100 columns wide. */
  TEXT {
    @Override
    public String render(List<StudyResult> results, FileNames names) {
      return new TextReport().render(results);
    }
  },

  /** Everything there is, for programs; {@code docs/schema/evaluation-1.json} describes it. */
  JSON {
    @Override
    public String render(List<StudyResult> results, FileNames names) {
      return new JsonReport(names).render(results);
    }
  },

  /** The mappings, and the questions with them, in the language itself. */
  MAPPING {
    @Override
    public String render(List<StudyResult> results, FileNames names) {
      return new MappingReport().render(results);
    }
  },

  /** Each mapping level by level, for people: what is kept and moved where, and which port the array waits for. */
  LEVELS {
    @Override
    public String render(List<StudyResult> results, FileNames names) {
      return new LevelReport().render(results);
    }
  },

  /** One row a layer, for spreadsheets and data frames (RFC 4180). */
  CSV {
    @Override
    public String render(List<StudyResult> results, FileNames names) {
      return new CsvReport().render(results);
    }
  };

  /** Return the results of one or more studies as one document. */
  public abstract String render(List<StudyResult> results, FileNames names);
}
