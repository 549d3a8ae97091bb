package org.imc.dsl.claim;

import java.util.List;
import java.util.Optional;
import org.imc.dsl.lowering.SourceMap;

/**
 * A statement about the studies of a file.
 *
 * @param title the statement in words
 * @param source who states it
 * @param note what else must be known
 * @param expectations what must hold for it
 * @param columns heads of the predictions beside published figures; none when there is nothing to tell apart
 * @param published figures to be set beside the predicted ones
 * @param place where it stands
 * @param required whether it is a budget, which must be kept, and no statement that may turn out either way
 */
public record Claim(String title, Optional<String> source, Optional<String> note, List<Expectation> expectations,
    List<String> columns, List<PublishedFigure> published, SourceMap.Place place, boolean required) {

  public Claim {
    expectations = List.copyOf(expectations);
    columns = List.copyOf(columns);
    published = List.copyOf(published);
  }
}
