package io.speechtotext.migrator.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The table of a query that reads from one alone, and where the query says so needlessly. */
final class OnlyTable {

  private static final Set<String> SET_OPERATIONS = Set.of("UNION", "INTERSECT", "EXCEPT");
  private static final Set<String> AFTER_FROM =
      Set.of("WHERE", "GROUP", "HAVING", "WINDOW", "ORDER", "LIMIT", "OFFSET", "FETCH", "FOR");
  private static final Set<String> QUERY = Set.of("SELECT", "WITH", "VALUES");

  private final List<String> tokens;
  // How many parentheses are open at each token, and how many of them hold a query.
  private final int[] depths;
  private final int[] queries;

  OnlyTable(List<String> tokens) {
    this.tokens = tokens;
    this.depths = new int[tokens.size()];
    this.queries = new int[tokens.size()];
    List<Boolean> open = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).equals("(")) {
        open.add(QUERY.contains(wordAfter(i)));
      } else if (tokens.get(i).equals(")") && !open.isEmpty()) {
        open.remove(open.size() - 1);
      }
      depths[i] = open.size();
      queries[i] = (int) open.stream().filter(isQuery -> isQuery).count();
    }
  }

  private String wordAfter(int parenthesis) {
    return tokens.stream()
        .skip(parenthesis + 1L)
        .filter(token -> !token.isBlank())
        .findFirst()
        .orElse("");
  }

  /**
   * The query without the table's name before its columns. Queries within this one keep it: there,
   * every version prints it.
   */
  String withoutItsName() {
    String name = name();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      if (queries[i] == 0 && tokens.get(i).equals(name) && isBeforeColumn(i)) {
        i++;
      } else {
        text.append(tokens.get(i));
      }
    }
    return text.toString();
  }

  // Not before a function or in the name of a type, which a schema may stand before.
  private boolean isBeforeColumn(int i) {
    return i + 2 < tokens.size()
        && tokens.get(i + 1).equals(".")
        && SqlTokens.isWord(tokens.get(i + 2))
        && (i + 3 == tokens.size() || !tokens.get(i + 3).equals("("))
        && (i == 0 || !Set.of(".", ":").contains(tokens.get(i - 1)));
  }

  /** Its name in the query; empty when there is not just one. */
  private String name() {
    int from = first(Set.of("FROM"), 0);
    if (first(SET_OPERATIONS, 0) < tokens.size() || from == tokens.size()) {
      return "";
    }
    int end = Math.min(first(AFTER_FROM, from + 1), first(Set.of("TABLESAMPLE"), from + 1));
    boolean several =
        IntStream.range(from + 1, end)
            .anyMatch(
                i ->
                    (depths[i] == 0 && tokens.get(i).equals(","))
                        || (depths[i] <= 1 && tokens.get(i).equals("JOIN")));
    return several ? "" : lastWord(from + 1, end);
  }

  private int first(Set<String> words, int begin) {
    return IntStream.range(begin, tokens.size())
        .filter(i -> depths[i] == 0 && words.contains(tokens.get(i)))
        .findFirst()
        .orElse(tokens.size());
  }

  private String lastWord(int begin, int end) {
    String last = "";
    for (int i = begin; i < end; i++) {
      if (depths[i] == 0 && SqlTokens.isWord(tokens.get(i))) {
        last = tokens.get(i);
      }
    }
    return last;
  }
}
