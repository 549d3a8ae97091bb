package org.imc.dsl.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.imc.dsl.claim.ClaimAnswer;
import org.imc.dsl.claim.Metric;
import org.imc.dsl.claim.PublishedFigure;
import org.imc.dsl.quantity.Quantities;

/** The words and figures of one claim, line by line. */
final class ClaimText {

  private static final List<String> EXPECTED = List.of("expected", "", "", "", "verdict");
  private static final String PREDICTED = "predicted"; // where no head is given

  private final ClaimAnswer answer;

  ClaimText(ClaimAnswer answer) {
    this.answer = answer;
  }

  /** Return claims, each behind an empty line, with a line feed at the end of each line. */
  static String render(List<ClaimAnswer> claims) {
    var text = new StringBuilder();
    for (ClaimAnswer answer : claims) {
      var claim = new ClaimText(answer);
      text.append('\n').append(claim.title()).append('\n');
      claim.lines().forEach(line -> text.append("  ").append(line).append('\n'));
    }
    return text.toString();
  }

  /** Return claims for a page: what was compared can be unfolded, and is where a claim does not hold. */
  static String html(List<ClaimAnswer> claims) {
    var html = new StringBuilder();
    for (ClaimAnswer answer : claims) {
      var claim = new ClaimText(answer);
      html.append("<details%s>\n<summary>%s</summary>\n".formatted(
          answer.verdict() == ClaimAnswer.Verdict.HOLDS ? "" : " open", SurveyTable.escaped(claim.title())));
      claim.words().forEach(line -> html.append("<p>").append(SurveyTable.escaped(line)).append("</p>\n"));
      claim.tables().forEach(table -> html.append(table.html()));
      html.append("</details>\n");
    }
    return html.toString();
  }

  /** Return claims as Markdown. */
  static String markdown(List<ClaimAnswer> claims) {
    var text = new StringBuilder();
    for (ClaimAnswer answer : claims) {
      var claim = new ClaimText(answer);
      text.append("#### ").append(MarkdownText.plain(claim.title())).append("\n\n");
      claim.words().forEach(line -> text.append(MarkdownText.plain(line)).append("\n\n"));
      claim.tables().forEach(table -> text.append(table.markdown()).append('\n'));
    }
    return text.toString();
  }

  private List<String> words() {
    return Stream.concat(answer.claim().source().stream(), answer.claim().note().stream()).toList();
  }

  /** Return what was compared and predicted, with heads, where there is any. */
  private List<TextTable> tables() {
    var tables = new ArrayList<TextTable>();
    if (!answer.judgements().isEmpty()) {
      tables.add(expectations().under(EXPECTED));
    }
    if (!answer.predictions().isEmpty()) {
      tables.add(published());
    }
    return tables;
  }

  /** Return what is claimed, and whether it holds. */
  private String title() {
    return answer.judgements().isEmpty()
        ? answer.claim().title()
        : "%s: %s".formatted(answer.claim().title(), answer.summary());
  }

  /** Return who claims it, what was compared, and what is noted. */
  private List<String> lines() {
    var lines = new ArrayList<String>();
    answer.claim().source().ifPresent(lines::add);
    lines.addAll(expectations().lines());
    lines.addAll(published().lines());
    answer.claim().note().ifPresent(lines::add);
    return lines;
  }

  private TextTable expectations() {
    var table = new TextTable(1);
    for (ClaimAnswer.Judgement judgement : answer.judgements()) {
      Metric metric = judgement.expectation().left().metric();
      table.row(List.of(compared(judgement), figure(metric, judgement.left()), judgement.expectation().comparison().sign(),
          figure(metric, judgement.right()), judgement.verdict().words()));
    }
    return table;
  }

  /** Return an expectation as it was written, but for a number on its right side, which stands in the table. */
  private static String compared(ClaimAnswer.Judgement judgement) {
    var expectation = judgement.expectation();
    return expectation.right().isEmpty()
        ? expectation.left().text()
        : "%s %s %s%s".formatted(expectation.left().text(), expectation.comparison().sign(),
            expectation.value() == 1 ? "" : Figures.plain(expectation.value()) + " times ", expectation.right().get().text());
  }

  private TextTable published() {
    var table = new TextTable(1);
    List<PublishedFigure> published = answer.claim().published();
    int most = published.stream().mapToInt(each -> each.figures().size()).max().orElse(0);
    if (most > 0) {
      table.row(heads(most));
    }
    for (int i = 0; i < published.size(); i++) {
      table.row(published(published.get(i), answer.predictions().get(i), most));
    }
    return table;
  }

  private List<String> heads(int predictions) {
    var heads = new ArrayList<>(List.of("figure", "published"));
    List<String> columns = answer.claim().columns();
    for (int i = 0; i < predictions; i++) {
      heads.add(i < columns.size() ? columns.get(i) : PREDICTED);
      heads.add("ratio");
    }
    return heads;
  }

  /** Return a published figure, and each prediction with its ratio; figures of fewer studies leave their last cells empty. */
  private static List<String> published(PublishedFigure published, List<OptionalDouble> predictions, int most) {
    var cells = new ArrayList<>(List.of(
        published.figures().getFirst().text(), figure(published.metric(), OptionalDouble.of(published.value()))));
    for (OptionalDouble predicted : predictions) {
      cells.add(figure(published.metric(), predicted));
      cells.add(predicted.isEmpty() ? Figures.NOTHING : Figures.ratio(predicted.getAsDouble() / published.value()));
    }
    cells.addAll(Collections.nCopies(2 * (most - predictions.size()), ""));
    return cells;
  }

  /** Return a figure in the canonical unit of its metric as people read it. */
  static String figure(Metric metric, OptionalDouble figure) {
    if (figure.isEmpty()) {
      return Figures.NOTHING;
    }
    double value = figure.getAsDouble();
    return switch (metric) {
      case ENERGY -> Figures.energy(value);
      case LATENCY -> Figures.time(value);
      case AREA -> Figures.area(value / Quantities.UM2_PER_MM2);
      case EFFICIENCY -> Figures.plain(value) + " TOPS/W";
      case THROUGHPUT -> Figures.plain(value) + " TOPS";
      case DENSITY -> Figures.plain(value) + " TOPS/mm²";
      case SHARE -> Figures.percent(value);
    };
  }
}
