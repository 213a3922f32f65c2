package io.speechtotext.app.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.app.lexicon.ReplacementCycles.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReplacementCyclesTest {

  @Test
  void aWayThatEndsIsNoCircle() {
    assertThat(refused(List.of(proposed("a", "b"), proposed("b", "c")))).isEmpty();
  }

  @Test
  void whatLeadsIntoACircleIsNotPartOfIt() {
    assertThat(
            refused(
                List.of(
                    proposed("x", "a"),
                    proposed("a", "b"),
                    proposed("b", "a"),
                    proposed("y", "b"))))
        .containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void ofACircleOnlyWhatIsProposedIsRefused() {
    assertThat(
            refused(
                List.of(
                    proposed("a", "b"),
                    proposed("b", "a"),
                    proposed("c", "d"),
                    standing("d", "c"))))
        .containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void aCircleThatStandsRefusesNothing() {
    assertThat(refused(List.of(standing("a", "b"), standing("b", "a"), proposed("c", "a"))))
        .isEmpty();
  }

  @Test
  void anotherSpellingOfTheTermIsNoCircle() {
    assertThat(refused(List.of(new Link<>("a", "a", "c"), proposed("c", "a")))).isEmpty();
  }

  @Test
  void whatIsProposedTakesThePlaceOfWhatStands() {
    assertThat(refused(List.of(new Link<>("b", "c", "a"), proposed("a", "b")))).isEmpty();
  }

  @Test
  void whereAProposalIsRefusedWhatStandsCountsAgain() {
    assertThat(refused(List.of(new Link<>("a", "b", "c"), proposed("b", "a"), proposed("c", "a"))))
        .containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void aCircleMayBeLong() {
    List<Link<Integer>> links =
        IntStream.range(0, 100_000)
            .mapToObj(i -> new Link<>(i, Integer.valueOf((i + 1) % 100_000), null))
            .toList();
    assertThat(ReplacementCycles.refused(links)).hasSize(100_000);
  }

  /** Each refusal uncovers the next circle, and each is walked for itself. */
  @Test
  void circlesMayUncoverEachOtherForLong() {
    List<Link<Integer>> links = new ArrayList<>();
    links.add(new Link<>(-1, 0, null));
    links.add(new Link<>(0, -1, 1));
    for (int i = 1; i < 50_000; i++) {
      links.add(new Link<>(i, i - 1, i + 1));
    }
    assertThat(ReplacementCycles.refused(links)).hasSize(50_001);
  }

  private static Set<String> refused(List<Link<String>> links) {
    return ReplacementCycles.refused(links);
  }

  private static Link<String> proposed(String term, String replacement) {
    return new Link<>(term, replacement, null);
  }

  private static Link<String> standing(String term, String replacement) {
    return new Link<>(term, null, replacement);
  }
}
