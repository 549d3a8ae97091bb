package org.imc.tests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.imc.engine.cost.AccessCounts;
import org.imc.engine.cost.MemoryUse;
import org.imc.engine.result.LevelUse;
import org.imc.engine.result.Transfer;
import org.imc.engine.workload.Operand;
import org.imc.tests.engine.PeerLinks.Link;
import org.imc.tests.engine.PeerLinks.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * On the peer's own mappings, we count as many words and bits at every level, of every operand and in both directions as the
 * peer does, but for the rules of {@link PeerLinks.Rule}, and its accesses follow from them. Where a size does not divide,
 * the peer moves the average tile and we the full one, never less.
 */
class PeerAccessTest {

  /** Streams compared, and how many each rule applies to. */
  private static final class Tally {

    private int layers;
    private int ragged;
    private int streams;
    private int equal;
    private final Map<Rule, Integer> byRule = new EnumMap<>(Rule.class);

    void publish(TestReporter reporter) {
      reporter.publishEntry(Map.of("layers", Integer.toString(layers), "with ragged edges", Integer.toString(ragged),
          "streams compared", Integer.toString(streams), "without any rule", Integer.toString(equal),
          "by rule", byRule.toString()));
    }
  }

  @Test
  void theCommittedMappingsAreCountedAsThePeerCountsThemRuleByRule() throws IOException {
    Tally tally = compare(PeerReference.committed());
    assertEquals(Map.of(Rule.FIRST_READ_BACK, 20, Rule.PARTIAL_WIDTH, 20, Rule.KEPT_INPUT, 5, Rule.COPIES, 2, Rule.HALO, 1),
        tally.byRule);
    assertEquals(1, tally.ragged);
  }

  @Test
  void all239FixedMappingsAreCountedAsThePeerCountsThem(TestReporter reporter) throws IOException {
    Tally tally = compare(PeerReference.fixed());
    assertEquals(239, tally.layers);
    tally.publish(reporter);
  }

  @Test
  void theMappingsThatThePeerFoundForItsNetworksAreCountedAsItCountsThem(TestReporter reporter) throws IOException {
    Tally tally = compare(PeerReference.searched().stream().flatMap(network -> network.layers().stream()).toList());
    assertEquals(522, tally.layers);
    tally.publish(reporter);
  }

  private static Tally compare(List<PeerCase> cases) {
    var tally = new Tally();
    for (PeerCase peer : cases) {
      tally.layers++;
      List<Link> links = PeerLinks.of(peer);
      boolean divides = PeerLinks.divides(peer);
      assertTrue(!divides || MemoryUse.fits(peer.architecture(), peer.layer(), peer.mapping()),
          () -> peer.id() + " does not fit");
      links.forEach(link -> assertAccesses(peer, link, divides));
      assertCounts(peer, links);
      if (divides) {
        links.forEach(link -> tell(peer, link, tally));
      } else {
        tally.ragged++;
      }
    }
    return tally;
  }

  private static void tell(PeerCase peer, Link link, Tally tally) {
    tally.streams++;
    link.rules().forEach(rule -> tally.byRule.merge(rule, 1, Integer::sum));
    if (link.rules().isEmpty()) {
      tally.equal++;
      assertEquals(link.theirs(), link.ours(), () -> peer.id() + ": " + link);
      assertEquals(link.theirs() * link.bits(), link.oursBits(), () -> peer.id() + ": " + link);
    }
  }

  /** Assert that the peer's accesses, and its words where it tells them, follow from the rules. */
  private static void assertAccesses(PeerCase peer, Link link, boolean divides) {
    JsonNode port = peer.hardware().path(name(peer, link)).path("ports").path(0);
    long rule = link.accesses(port.path("bandwidth_min").asDouble(), port.path("bandwidth_max").asDouble());
    String operand = PeerCase.letter(link.operand());
    long counted = peer.outputs().path("accesses").path(operand).path(link.place()).path(link.name()).asLong();
    if (!divides) {
      assertTrue(counted <= rule, () -> "%s: %s, but %d".formatted(peer.id(), link, counted));
      return;
    }
    assertEquals(counted, rule, () -> "%s: %s".formatted(peer.id(), link));
    JsonNode moved = peer.outputs().path("data_movement").path(operand).path(link.place()).path("data_elem_move_count");
    if (!moved.isMissingNode()) { // its words leave out the first read-back and the halo, which its accesses charge
      boolean likeOurs = link.rules().contains(Rule.FIRST_READ_BACK) || link.rules().contains(Rule.HALO);
      long words = likeOurs ? link.ours() : link.theirs();
      assertEquals(moved.path(link.name()).asLong(), words, () -> "%s: %s".formatted(peer.id(), link));
    }
  }

  /** Assert that what we count of a stream is the sum over its links. */
  private static void assertCounts(PeerCase peer, List<Link> links) {
    AccessCounts counts = AccessCounts.of(peer.architecture(), peer.layer(), peer.mapping());
    Map<String, List<Long>> expected = new TreeMap<>();
    for (Link link : links) {
      expected.merge(new Transfer(name(peer, link), link.operand(), link.direction()).toString(),
          List.of(link.ours(), link.oursBits()), (a, b) -> List.of(a.get(0) + b.get(0), a.get(1) + b.get(1)));
    }
    Map<String, List<Long>> actual = new TreeMap<>();
    counts.traffic().stream().filter(stream -> stream.words() > 0).forEach(stream ->
        actual.put(stream.transfer().toString(), List.of(stream.words(), stream.bits())));
    String cells = new Transfer(LevelUse.CELLS, Operand.WEIGHT, Transfer.Direction.WRITE).toString();
    actual.put(cells, List.of(counts.cellWriteBits() / peer.layer().precision().weightBits(), counts.cellWriteBits()));
    expected.values().removeIf(count -> count.getFirst() == 0);
    assertEquals(expected, actual, peer::id);
  }

  private static String name(PeerCase peer, Link link) {
    return link.level() == PeerLinks.CELLS
        ? LevelUse.CELLS
        : peer.architecture().memories().levels().get(link.level()).name();
  }
}
