package org.imc.dsl.claim;

import java.util.List;
import java.util.OptionalDouble;
import org.imc.engine.result.Evaluation;

/**
 * A claim held against what the studies of its file predict.
 *
 * @param claim the statement
 * @param judgements one for each expectation
 * @param predictions for each published figure those of its studies, in its unit; nothing where a layer without a mapping is
 *     needed
 */
public record ClaimAnswer(Claim claim, List<Judgement> judgements, List<List<OptionalDouble>> predictions) {

  /** Whether something holds. */
  public enum Verdict {
    HOLDS("holds"),
    FAILS("does not hold"),
    UNKNOWN("cannot be told, since a layer has no mapping");

    private final String words;

    Verdict(String words) {
      this.words = words;
    }

    /** Return it in words. */
    public String words() {
      return words;
    }
  }

  /**
   * An expectation and the two numbers, in the unit of the left figure.
   *
   * @param expectation what was compared
   * @param left the figure
   * @param right what it was compared with
   * @param verdict the outcome
   */
  public record Judgement(Expectation expectation, OptionalDouble left, OptionalDouble right, Verdict verdict) {

    private static Judgement of(Expectation expectation, List<Evaluation> studies) {
      OptionalDouble left = expectation.left().in(studies);
      OptionalDouble right = expectation.right().isEmpty()
          ? OptionalDouble.of(expectation.value())
          : times(expectation.value(), expectation.right().get().in(studies));
      if (left.isEmpty() || right.isEmpty()) {
        return new Judgement(expectation, left, right, Verdict.UNKNOWN);
      }
      boolean holds = expectation.comparison().holds(left.getAsDouble(), right.getAsDouble());
      return new Judgement(expectation, left, right, holds ? Verdict.HOLDS : Verdict.FAILS);
    }

    private static OptionalDouble times(double factor, OptionalDouble figure) {
      return figure.isEmpty() ? figure : OptionalDouble.of(factor * figure.getAsDouble());
    }
  }

  public ClaimAnswer {
    judgements = List.copyOf(judgements);
    predictions = List.copyOf(predictions);
  }

  /**
   * Hold a claim against results.
   *
   * @param studies the evaluations of all studies of the claim's file, in the order of the text
   */
  public static ClaimAnswer of(Claim claim, List<Evaluation> studies) {
    return new ClaimAnswer(claim,
        claim.expectations().stream().map(expectation -> Judgement.of(expectation, studies)).toList(),
        claim.published().stream()
            .map(published -> published.figures().stream().map(figure -> figure.in(studies)).toList())
            .toList());
  }

  /** Return whether the claim holds: all that it expects does. */
  public Verdict verdict() {
    if (count(Verdict.FAILS) > 0) {
      return Verdict.FAILS;
    }
    return count(Verdict.UNKNOWN) > 0 ? Verdict.UNKNOWN : Verdict.HOLDS;
  }

  /** Return whether the claim holds, and how many of its expectations do: {@code holds (6 of 6)}. */
  public String summary() {
    return "%s (%d of %d)".formatted(verdict().words(), count(Verdict.HOLDS), judgements.size());
  }

  /** Return how many of the expectations have an outcome. */
  public int count(Verdict verdict) {
    return (int) judgements.stream().filter(judgement -> judgement.verdict() == verdict).count();
  }
}
