package io.speechtotext.migrator.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;

/**
 * The canonical text of what a schema holds: tables with their columns, constraints, indexes,
 * triggers and policies; views, sequences, types, functions; and the database's extensions. The
 * same schema gives the same bytes on PostgreSQL 12 to 18, in whatever order it was made, and
 * whoever asks under whatever settings. Immutable; equal when the texts are.
 *
 * <p>Left out are the order of columns, owners, grants, storage and statistics of rows, not-null
 * constraints as such (a column is {@code not null} when no row can break it), what belongs to
 * extensions, the extensions' versions, {@code plpgsql}, and the bookkeeping of Flyway and Alembic.
 * Nor is anything told of collations, operators, casts, text search, event triggers, publications,
 * or other schemas.
 *
 * <p>What majors of PostgreSQL understand differently they also print differently: {@code extract},
 * {@code trim}, {@code substring … from} and {@code position … in} became functions of their own in
 * PostgreSQL 14. A schema that is to give the same text everywhere says {@code date_part}, {@code
 * btrim}, {@code substr} and {@code strpos}.
 */
public final class Snapshot {

  private final List<Block> blocks;
  private final List<Entry> comments;
  private final String text;

  Snapshot(List<Block> blocks, List<Entry> comments) {
    this.blocks =
        blocks.stream().sorted(Comparator.comparing(Block::head, Entry.BY_BYTES)).toList();
    this.comments = comments.stream().sorted(Entry.BY_BYTES).toList();
    this.text = SnapshotWriter.write(this.blocks, this.comments);
  }

  /**
   * Reads the connection's current schema, where migrations make their tables; {@code public} when
   * it has none. Changes nothing and takes no lock that a migration would wait for; a transaction
   * that is open stays open.
   *
   * @throws SQLException also when the role may not use the schema, for it would see other names
   */
  public static Snapshot of(Connection connection) throws SQLException {
    return NeutralSession.during(connection, CatalogReader::read);
  }

  /**
   * Reads what {@link #text} wrote. The order of lines does not matter, nor do Windows' line ends.
   *
   * @throws IllegalArgumentException when it is no such text; names the line
   */
  public static Snapshot parse(String text) {
    return new SnapshotParser(text).parse();
  }

  /**
   * Reads a file of the class path, for example {@code db/schema.snapshot}.
   *
   * @throws IllegalArgumentException when there is none, or when it is no snapshot
   */
  public static Snapshot onClasspath(String resource) {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    ClassLoader loader = context == null ? Snapshot.class.getClassLoader() : context;
    try (InputStream in = loader.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("There is no file " + resource + " on the class path");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }

  /** The text, one line for each object or attribute, ending with a line feed. */
  public String text() {
    return text;
  }

  /**
   * How a database differs from what is expected; comments are not compared.
   *
   * @return ordered by object; empty when the two are the same
   */
  public List<Difference> differencesFrom(Snapshot expected) {
    return new Comparison(expected.blocks, blocks).differences();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Snapshot snapshot && snapshot.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
