package io.speechtotext.migrator.guard;

import io.speechtotext.migrator.DataLossException;
import io.speechtotext.migrator.LostRows;
import io.speechtotext.migrator.Version;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Reads what a guard reported. */
public final class Losses {

  private static final Pattern LINE =
      Pattern.compile(
          "version (?<version>\\S+): (?:table (?<table>.+)"
              + "|column (?<owner>.+)\\.(?<column>\"(?:[^\"]|\"\")+\"|[^\".\\n]+))"
              + ": (?<rows>\\d+) row\\(s\\)");

  private Losses() {}

  /** The refusal that a guard's failure stands for; null when it is another failure. */
  public static @Nullable DataLossException in(SQLException failure) {
    if (!GuardSql.DATA_LOSS.equals(failure.getSQLState())) {
      return null;
    }
    ServerErrorMessage message =
        failure instanceof PSQLException e ? e.getServerErrorMessage() : null;
    String detail = message == null ? null : message.getDetail();
    return new DataLossException(parse(detail == null ? "" : detail), failure);
  }

  private static List<LostRows> parse(String detail) {
    List<LostRows> losses = new ArrayList<>();
    Matcher line = LINE.matcher(detail);
    while (line.find()) {
      losses.add(lostRows(line));
    }
    losses.sort(Comparator.comparing(LostRows::version).reversed());
    return losses;
  }

  private static LostRows lostRows(Matcher line) {
    String table = line.group("table");
    return new LostRows(
        Version.of(line.group("version")),
        table == null ? line.group("owner") : table,
        table == null ? unquoted(line.group("column")) : null,
        Long.parseLong(line.group("rows")));
  }

  private static String unquoted(String name) {
    return name.startsWith("\"")
        ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
        : name;
  }
}
