package io.speechtotext.app.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CyclesTest {

  @Test
  void aWayThatEndsIsNoCircle() {
    assertThat(rows(link("a", "b", 1L), link("b", "c", 2L))).isEmpty();
  }

  @Test
  void whatLeadsIntoACircleIsNotPartOfIt() {
    assertThat(rows(link("x", "a", 1L), link("a", "b", 2L), link("b", "a", 3L), link("y", "b", 4L)))
        .containsExactlyInAnyOrder(2L, 3L);
  }

  @Test
  void eachOfSeveralCirclesIsFound() {
    assertThat(
            rows(link("a", "b", 1L), link("b", "a", 2L), link("c", "d", 3L), link("d", "c", null)))
        .containsExactlyInAnyOrder(1L, 2L, 3L);
  }

  @Test
  void aCircleMayBeLong() {
    List<Cycles.Link> links =
        LongStream.range(0, 100_000)
            .mapToObj(i -> new Cycles.Link("" + i, "" + (i + 1) % 100_000, i))
            .toList();
    assertThat(Cycles.rowsIn(links)).hasSize(100_000);
  }

  private static List<Long> rows(Cycles.Link... links) {
    return Cycles.rowsIn(List.of(links));
  }

  private static Cycles.Link link(String term, String target, @Nullable Long row) {
    return new Cycles.Link(term, target, row);
  }
}
