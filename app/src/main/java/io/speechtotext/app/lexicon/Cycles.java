package io.speechtotext.app.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds terms that replace each other in a circle. A term has one replacement, so from each term
 * leads one way at most, and each is walked once.
 */
final class Cycles {

  /**
   * That a term's replacement is a term as well.
   *
   * @param term its normalized form
   * @param target the replacement's normalized form
   * @param row of the file that says so; null when the lexicon did before
   */
  record Link(String term, String target, @Nullable Long row) {}

  private final Map<String, Link> links;
  private final Set<String> walked = new HashSet<>();

  private Cycles(List<Link> links) {
    this.links = links.stream().collect(Collectors.toMap(Link::term, link -> link));
  }

  /** The rows of the file that are part of a circle. */
  static List<Long> rowsIn(List<Link> links) {
    Cycles cycles = new Cycles(links);
    return links.stream()
        .flatMap(link -> cycles.from(link).stream())
        .flatMap(link -> Optional.ofNullable(link.row()).stream())
        .toList();
  }

  /**
   * The circle that the way from a link ends in; empty when there is none, or it was found before.
   */
  private List<Link> from(Link start) {
    List<Link> way = new ArrayList<>();
    Map<String, Integer> places = new HashMap<>();
    @Nullable Link here = start;
    while (here != null && walked.add(here.term())) {
      places.put(here.term(), way.size());
      way.add(here);
      here = links.get(here.target());
    }
    Integer closed = here == null ? null : places.get(here.term());
    return closed == null ? List.of() : way.subList(closed, way.size());
  }
}
