package io.speechtotext.app.lexicon;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one rule about terms that would replace each other in a circle, as {@code a} and {@code b} do
 * by {@code a → b} and {@code b → a}: whoever writes terms refuses what he proposes as far as it is
 * part of one. Circles that stood before, and what merely leads into one, are left alone.
 *
 * <p>A term has one replacement, so from each leads one way at most, and each is walked once. Where
 * a proposal is refused, what stands counts again, which may close another circle; so that is
 * walked next.
 *
 * @param <T> what tells terms apart, such as their normalized form
 */
public final class ReplacementCycles<T> {

  /**
   * What replaces a term. Another spelling of the same form is a replacement like others, and no
   * circle.
   *
   * @param proposed what shall replace it; null when nobody proposes that
   * @param standing what replaces it in the lexicon now; null when it is no active term there
   */
  public record Link<T>(T term, @Nullable T proposed, @Nullable T standing) {}

  /**
   * SQL that follows proposals through lexicons, which have to be locked, and gives each link on
   * the way: lexicon, term, proposed and standing replacement, all but the first as normalized
   * forms. Its parameters are arrays of lexicons, terms and replacements, and the id of a term that
   * counts as absent, or 0.
   */
  // UNION ends it: what was met already is not followed again.
  public static final String LINKS =
      """
      WITH RECURSIVE given AS (
          SELECT
              lexicon_id,
              normalize_term(term) AS term,
              normalize_term(replacement) AS replacement
          FROM unnest({0}, {1}, {2}) AS given (lexicon_id, term, replacement)
      ),
      reached AS (
          SELECT lexicon_id, term
          FROM given
          UNION
          SELECT lexicon_id, replacement
          FROM given
          UNION
          SELECT reached.lexicon_id, normalize_term(lexicon_terms.replacement)
          FROM reached
          INNER JOIN lexicon_terms
              ON lexicon_terms.lexicon_id = reached.lexicon_id
              AND lexicon_terms.normalized_term = reached.term
              AND lexicon_terms.is_active
              AND lexicon_terms.id <> {3}
      )
      SELECT
          reached.lexicon_id,
          reached.term,
          given.replacement,
          normalize_term(lexicon_terms.replacement)
      FROM reached
      LEFT JOIN given
          ON given.lexicon_id = reached.lexicon_id
          AND given.term = reached.term
      LEFT JOIN lexicon_terms
          ON lexicon_terms.lexicon_id = reached.lexicon_id
          AND lexicon_terms.normalized_term = reached.term
          AND lexicon_terms.is_active
          AND lexicon_terms.id <> {3}
      """;

  private final Map<T, Link<T>> links = new HashMap<>();
  private final Set<T> refused = new LinkedHashSet<>();

  private ReplacementCycles(Collection<Link<T>> links) {
    links.forEach(link -> this.links.put(link.term(), link));
  }

  /**
   * The terms whose proposals must not be written, so that no circle has one in it.
   *
   * @param links one for each term; a term without one leads nowhere
   */
  public static <T> Set<T> refused(Collection<Link<T>> links) {
    ReplacementCycles<T> cycles = new ReplacementCycles<>(links);
    List<T> changed = links.stream().map(Link::term).filter(cycles::isProposed).toList();
    while (!changed.isEmpty()) {
      changed = cycles.proposedInCyclesFrom(changed);
      cycles.refused.addAll(changed);
    }
    return cycles.refused;
  }

  private List<T> proposedInCyclesFrom(List<T> starts) {
    Set<T> walked = new HashSet<>();
    return starts.stream()
        .flatMap(start -> cycleFrom(start, walked).stream())
        .filter(this::isProposed)
        .toList();
  }

  /** The circle that the way from a term ends in; none when it ends, or meets what was walked. */
  private List<T> cycleFrom(T start, Set<T> walked) {
    List<T> way = new ArrayList<>();
    @Nullable T here = start;
    while (here != null && walked.add(here)) {
      way.add(here);
      here = after(here);
    }
    int closed = here == null ? -1 : way.indexOf(here);
    return closed < 0 ? List.of() : way.subList(closed, way.size());
  }

  private @Nullable T after(T term) {
    Link<T> link = links.get(term);
    if (link == null) {
      return null;
    }
    @Nullable T next = isProposed(term) ? link.proposed() : link.standing();
    return term.equals(next) ? null : next;
  }

  private boolean isProposed(T term) {
    Link<T> link = links.get(term);
    return link != null && link.proposed() != null && !refused.contains(term);
  }
}
