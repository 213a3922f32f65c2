package io.speechtotext.migrator.guard;

import java.util.Set;

/** Reads one statement for what it drops. */
final class StatementDrops {

  /** What can take columns or tables along when it is dropped with CASCADE. */
  private static final Set<String> TAKES_ALONG =
      Set.of("schema", "type", "domain", "extension", "collation");

  private final TokenCursor cursor;
  private final FoundDrops found;

  StatementDrops(TokenCursor cursor, FoundDrops found) {
    this.cursor = cursor;
    this.found = found;
  }

  void read() {
    if (cursor.takes("drop", "table")) {
      dropTables();
    } else if (cursor.takes("drop")) {
      refuseToTakeAlong();
    } else if (cursor.takes("alter", "table")) {
      alterTable();
    } else if (cursor.takes("alter", "type")) {
      refuseToDropAttribute();
    } else if (cursor.takes("truncate")) {
      truncate();
    } else if (cursor.takes("create")) {
      createTable();
    }
  }

  private void dropTables() {
    boolean mayBeMissing = cursor.takes("if", "exists");
    do {
      found.table(cursor.tableName(), mayBeMissing);
    } while (cursor.takes(","));
    expectEnd();
  }

  private void refuseToTakeAlong() {
    boolean isOwned = cursor.takes("owned");
    boolean takesAlong = TAKES_ALONG.stream().anyMatch(cursor.peek()::is);
    if (isOwned || (takesAlong && cursor.comesTo("cascade"))) {
      throw new TokenCursor.Unexpected();
    }
  }

  private void refuseToDropAttribute() {
    cursor.tableName();
    if (cursor.comesTo("attribute") && cursor.comesTo("drop")) {
      throw new TokenCursor.Unexpected();
    }
  }

  private void truncate() {
    cursor.takes("table");
    do {
      cursor.takes("only");
      found.table(cursor.tableName(), false);
      cursor.takes("*");
    } while (cursor.takes(","));
  }

  private void createTable() {
    while (cursor.takes("global")
        || cursor.takes("local")
        || cursor.takes("temp")
        || cursor.takes("temporary")
        || cursor.takes("unlogged")) {
      // passed over
    }
    if (cursor.takes("table")) {
      cursor.takes("if", "not", "exists");
      found.created(cursor.tableName());
    }
  }

  private void alterTable() {
    if (cursor.takes("all", "in")) {
      return;
    }
    boolean mayBeMissing = cursor.takes("if", "exists");
    cursor.takes("only");
    TableName table = cursor.tableName();
    cursor.takes("*");
    if (cursor.takes("rename")) {
      rename(table);
      return;
    }
    do {
      alter(table, mayBeMissing);
      cursor.skipToComma();
    } while (cursor.takes(","));
  }

  private void alter(TableName table, boolean mayBeMissing) {
    if (cursor.takes("drop") && !cursor.takes("constraint")) {
      cursor.takes("column");
      boolean columnMayBeMissing = cursor.takes("if", "exists");
      found.column(table, cursor.name(), mayBeMissing || columnMayBeMissing);
    }
  }

  private void rename(TableName table) {
    if (cursor.takes("to")) {
      found.renamed(table, cursor.name());
    } else if (!cursor.takes("constraint")) {
      cursor.takes("column");
      String column = cursor.name();
      if (!cursor.takes("to")) {
        throw new TokenCursor.Unexpected();
      }
      found.renamed(table, column, cursor.name());
    }
  }

  private void expectEnd() {
    if (!cursor.takes("cascade")) {
      cursor.takes("restrict");
    }
    if (!cursor.isAtEnd()) {
      throw new TokenCursor.Unexpected();
    }
  }
}
