package org.imc.dsl.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.imc.dsl.claim.ClaimAnswer;
import org.imc.dsl.claim.Expectation;
import org.imc.dsl.claim.PredictedFigure;
import org.imc.dsl.claim.PublishedFigure;
import org.imc.dsl.evaluation.Problem;
import org.imc.dsl.evaluation.StudyResult;
import org.imc.dsl.prediction.Figure;
import org.imc.dsl.prediction.PredictionInterval;
import org.imc.engine.arch.AnalogMacro;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.Macro;
import org.imc.engine.arch.MacroGeometry;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.arch.MemoryPort;
import org.imc.engine.cost.EnergyExplanation;
import org.imc.engine.result.Evaluation;
import org.imc.engine.result.MacroCost;
import org.imc.engine.result.Placement;
import org.imc.engine.result.Residence;
import org.imc.engine.result.Totals;
import org.imc.engine.workload.Operand;

/**
 * Write everything that is known about results, as {@code docs/schema/evaluation-1.json} describes it.
 *
 * <p>Units stand in the names; numbers read back as the same doubles; fields come in a fixed order.
 */
public final class JsonReport {

  /** What the document says it is. */
  public static final String FORMAT = "imc-evaluation";

  /** Goes up when a field is removed or changes its meaning; new fields may come without. */
  public static final int VERSION = 1;

  private static final JsonFactory FACTORY = new JsonFactory();

  private final FileNames names;

  /** Create a report that calls files by these names. */
  public JsonReport(FileNames names) {
    this.names = names;
  }

  /** Return the results as one JSON document. */
  public String render(List<StudyResult> results, List<ClaimAnswer> claims) {
    return document(json -> fields(json, results, claims));
  }

  /** Return a document of one object, indented the same everywhere. */
  static String document(JsonFields.FieldsOf<JsonFields> fields) {
    var text = new StringWriter();
    try (JsonGenerator generator = generator(text)) {
      var json = new JsonFields(generator);
      json.object(() -> fields.write(json));
    } catch (IOException e) {
      throw new UncheckedIOException("Text in memory cannot be written.", e);
    }
    return text.append('\n').toString();
  }

  /** Return what writes JSON as all reports do. */
  static JsonGenerator generator(StringWriter text) throws IOException {
    return FACTORY.createGenerator(text).setPrettyPrinter(prettyPrinter());
  }

  private static DefaultPrettyPrinter prettyPrinter() {
    var indenter = new DefaultIndenter("  ", "\n"); // the default would follow the platform
    return new DefaultPrettyPrinter(Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
        .withObjectIndenter(indenter)
        .withArrayIndenter(indenter);
  }

  private void fields(JsonFields json, List<StudyResult> results, List<ClaimAnswer> claims) throws IOException {
    json.field("format", FORMAT);
    json.field("version", VERSION);
    json.list("studies", results, result -> study(json, result));
    json.list("claims", claims, claim -> claim(json, claim));
    json.list("provenance", JsonProvenance.distinct(results), priced -> {
      json.field("component", Words.of(priced.component()));
      json.field("label", priced.component().label());
      json.field("formula", priced.formula());
      json.field("source", priced.source());
    });
  }

  private void study(JsonFields json, StudyResult result) throws IOException {
    Evaluation evaluation = result.evaluation();
    json.field("title", result.lowered().title());
    json.field("objective", Words.of(evaluation.study().objective()));
    json.field("activations", Words.of(evaluation.study().activations()));
    json.field("weights", evaluation.study().weights().free() ? "resident" : "reloaded");
    json.object("network", () -> {
      json.field("id", evaluation.study().network().id().value());
      json.field("name", evaluation.study().network().name());
      json.field("layers", evaluation.study().network().layers().size());
    });
    json.object("architecture", () -> architecture(json, evaluation.study().architecture()));
    json.field("complete", evaluation.isComplete());
    json.field("provenOptimal", evaluation.isProven());
    json.field("gap", evaluation.gap());
    json.object("totals", () -> totals(json, evaluation));
    json.object("singleShot", () -> inference(json, evaluation.singleShot()));
    json.object("energy", () -> json.energy(evaluation.energy()));
    json.list("energyExplained", EnergyExplanation.of(evaluation.study().architecture(), evaluation.energy()),
        part -> JsonProvenance.part(json, part, evaluation.study().architecture().macro()));
    json.object("area", () -> json.area(evaluation.area()));
    json.object("placement", () -> placement(json, evaluation.placement()));
    json.object("residence", () -> residence(json, evaluation.residence()));
    json.object("macroPeak", () -> macroPeak(json, evaluation));
    var layers = new JsonLayer(json);
    json.list("layers", evaluation.layers(), layers::fields);
    json.list("findings", result.problems(), problem -> finding(json, problem));
  }

  private static void architecture(JsonFields json, Architecture architecture) throws IOException {
    MacroGeometry array = architecture.macro().geometry();
    json.field("id", architecture.id().value());
    json.field("name", architecture.name());
    json.field("macros", architecture.macros());
    json.object("macro", () -> {
      json.field("id", architecture.macro().id().value());
      json.field("name", architecture.macro().name());
      json.field("style", architecture.macro() instanceof AnalogMacro ? "analog" : "digital");
      json.field("model", Words.of(architecture.macro().model()));
      json.field("technology", architecture.macro().technology().name());
      json.field("supplyV", architecture.macro().supplyV());
      json.field("rows", array.rows());
      json.field("columns", array.columns());
      json.field("cellsPerMultiplier", array.cellsPerMultiplier());
      json.field("weightBits", array.weightBits());
      json.field("activationBits", array.activationBits());
      json.field("bitsPerCycle", array.bitsPerCycle());
    });
    json.list("memories", architecture.memories().levels(), level -> memory(json, level));
  }

  private static void memory(JsonFields json, MemoryLevel level) throws IOException {
    json.field("id", level.id().value());
    json.field("name", level.name());
    json.field("capacityBits", level.capacityBits());
    json.words("serves", level.serves().stream().map((Operand operand) -> Words.of(operand)).toList());
    json.field("instancesPer", Words.of(level.sharing()));
    json.field("readPjPerBit", level.readPjPerBit());
    json.field("writePjPerBit", level.writePjPerBit());
    json.field("areaMm2", level.areaMm2());
    json.list("ports", level.ports(), (MemoryPort port) -> {
      json.field("direction", Words.of(port.direction()));
      json.field("bandwidthBitsPerCycle", port.bandwidthBitsPerCycle());
    });
  }

  private static void totals(JsonFields json, Evaluation evaluation) throws IOException {
    json.field("macs", evaluation.macs());
    inference(json, evaluation.totals());
    json.field("energyBoundPj", evaluation.energyBoundPj());
    json.field("latencyBoundCycles", evaluation.latencyBoundCycles());
    json.field("clockPeriodNs", evaluation.macro().clockPeriodNs());
    json.field("areaMm2", evaluation.area().totalMm2());
    json.field("topsPerMm2", evaluation.topsPerMm2());
  }

  private static void inference(JsonFields json, Totals totals) throws IOException {
    json.field("energyPj", totals.energyPj());
    json.field("latencyCycles", totals.cycles());
    json.field("latencyNs", totals.ns());
    json.field("topsPerWatt", totals.topsPerWatt());
    json.field("tops", totals.tops());
    json.field("utilization", totals.utilization());
  }

  private static void placement(JsonFields json, Placement placement) throws IOException {
    json.field("gap", placement.gap());
    json.list("tensors", placement.tensors(), (Placement.Home home) -> {
      json.field("layer", home.layer());
      json.field("lastReader", home.lastReader());
      json.field("bits", home.bits());
      json.field("memory", home.memory());
    });
  }

  private static void residence(JsonFields json, Residence residence) throws IOException {
    json.field("gap", residence.gap());
    json.list("residents", residence.residents(), (Residence.Resident resident) -> {
      json.field("layer", resident.layer());
      json.numbers("macros", resident.macros());
      json.field("weightsPerMultiplier", resident.weightsPerMultiplier());
      json.field("bits", resident.bits());
      json.object("loadEnergy", () -> json.energy(resident.loadEnergy()));
      json.field("loadCycles", resident.loadCycles());
    });
    if (residence.others().isEmpty()) {
      json.nothing("others");
    } else {
      json.object("others", () -> {
        json.field("macros", residence.others().get().macros());
        json.field("weightsPerMultiplier", residence.others().get().weightsPerMultiplier());
      });
    }
  }

  private static void macroPeak(JsonFields json, Evaluation evaluation) throws IOException {
    MacroCost macro = evaluation.macro();
    json.field("macsPerCycle", macro.macsPerCycle());
    json.field("clockPeriodNs", macro.clockPeriodNs());
    json.field("topsPerWatt", macro.topsPerWatt());
    json.field("tops", macro.tops());
    json.field("topsPerMm2", macro.topsPerMm2());
    json.object("energyPerCycle", () -> json.energy(macro.energyPerCycle()));
    json.object("area", () -> json.area(macro.area()));
    json.object("criticalPath", () -> json.delay(macro.criticalPath()));
    json.object("intervals", () -> intervals(json, evaluation.study().architecture().macro()));
  }

  private static void intervals(JsonFields json, Macro macro) throws IOException {
    interval(json, "topsPerWatt", PredictionInterval.ofEfficiency(macro));
    interval(json, "clockPeriodNs", PredictionInterval.of(macro, Figure.CLOCK));
    interval(json, "areaMm2", PredictionInterval.of(macro, Figure.AREA));
  }

  private static void interval(JsonFields json, String name, Optional<PredictionInterval> interval) throws IOException {
    if (interval.isPresent()) {
      json.object(name, () -> {
        json.field("low68", interval.get().low());
        json.field("fitted", interval.get().fitted());
        json.field("high68", interval.get().high());
        json.field("publishedMacros", interval.get().chips());
      });
    }
  }

  private static void claim(JsonFields json, ClaimAnswer answer) throws IOException {
    json.field("title", answer.claim().title());
    json.field("verdict", Words.of(answer.verdict()));
    json.field("required", answer.claim().required());
    json.optional("source", answer.claim().source());
    json.optional("note", answer.claim().note());
    json.list("expectations", answer.judgements(), judgement -> {
      Expectation expectation = judgement.expectation();
      json.field("left", expectation.left().text());
      json.field("comparison", expectation.comparison().sign());
      json.optional("right", expectation.right().map(PredictedFigure::text));
      json.field("unit", expectation.left().metric().dimension().canonicalUnit());
      json.field("leftValue", judgement.left().orElse(Double.NaN));
      json.field("rightValue", judgement.right().orElse(Double.NaN));
      json.field("verdict", Words.of(judgement.verdict()));
    });
    json.list("published", predictions(answer), prediction -> {
      json.field("figure", prediction.figure().text());
      json.field("unit", prediction.figure().metric().dimension().canonicalUnit());
      json.field("published", prediction.published());
      json.field("predicted", prediction.predicted().orElse(Double.NaN));
    });
  }

  /** A published figure beside what one study predicts. */
  private record Prediction(PredictedFigure figure, double published, OptionalDouble predicted) { }

  private static List<Prediction> predictions(ClaimAnswer answer) {
    var all = new ArrayList<Prediction>();
    for (int i = 0; i < answer.predictions().size(); i++) {
      PublishedFigure published = answer.claim().published().get(i);
      Iterator<OptionalDouble> predicted = answer.predictions().get(i).iterator();
      published.figures().forEach(figure -> all.add(new Prediction(figure, published.value(), predicted.next())));
    }
    return all;
  }

  private void finding(JsonFields json, Problem problem) throws IOException {
    json.field("severity", Words.of(problem.severity()));
    json.field("code", problem.code());
    json.field("message", problem.message());
    json.field("file", names.of(problem.file()));
    json.field("line", problem.line());
    json.field("column", problem.column());
    json.field("offset", problem.offset());
    json.field("length", problem.length());
  }
}
