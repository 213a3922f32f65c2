package io.speechtotext.throwaway;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.throwaway.internal.Durability;
import io.speechtotext.throwaway.internal.Owner;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import io.speechtotext.throwaway.testing.ChildJvm;
import io.speechtotext.throwaway.testing.HoldsServer;
import io.speechtotext.throwaway.testing.Sql;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A server that somebody gives is left as it was found. */
@ExtendWith(ThrowawayPostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GivenServerTest {

  private static final Owner SELF = Owner.self();
  private static final Owner GONE = new Owner(SELF.place(), SELF.pid(), SELF.started() + 1);

  private final ThrowawayDatabase theirs;

  GivenServerTest(ThrowawayDatabase theirs) {
    this.theirs = theirs;
  }

  @Test
  void getsFreshDatabasesWhichAreDroppedAgainEvenWhenNobodyDidSo() throws SQLException {
    List<String> before = databases();
    try (ThrowawayPostgres given = start()) {
      ThrowawayDatabase one = given.createDatabase();
      Sql.execute(one.dataSource(), "CREATE TABLE t AS SELECT 1 AS n");
      ThrowawayDatabase two = given.createDatabaseFrom(one);
      assertThat(Sql.value(two.dataSource(), "SELECT n FROM t")).isEqualTo("1");
      assertThat(databases()).containsAll(before).contains(one.name(), two.name());
    }
    assertThat(databases()).isEqualTo(before);
  }

  @Test
  void isReachedByWhatADatabaseTellsOfItself() throws SQLException {
    try (ThrowawayPostgres given = start();
        ThrowawayDatabase database = given.createDatabase()) {
      assertThat(database.jdbcUrl()).doesNotContain(theirs.password(), "password", "user");
      assertThat(given.description()).doesNotContain(theirs.password());
      assertThat(given.majorVersion()).isPositive();
      String url = GivenUrl.of(database, database.user(), database.password());
      try (ThrowawayPostgres again = start(url)) {
        assertThat(again.description()).isEqualTo(given.description());
      }
    }
  }

  @Test
  void isSweptOfWhatDeadBuildsLeftAndOfNothingElse() throws SQLException {
    String dead = "throwaway_" + GONE.token() + "_1";
    List<String> others =
        List.of(
            "throwaway_" + SELF.token() + "_other",
            "throwaway_" + new Owner("00000000", 1, 1).token() + "_1",
            "throwaway_" + SELF.place() + "_99999999999999999999_1_1",
            "throwaway_mine",
            GONE.token());
    create(dead);
    others.forEach(this::create);
    start().close();
    assertThat(databases()).containsAll(others).doesNotContain(dead);
    others.forEach(this::drop);
  }

  @Test
  void isUsableEvenWhereADeadBuildOfAnotherRoleLeftSomething() throws SQLException {
    String dead = "throwaway_" + GONE.token() + "_2";
    create(dead);
    Sql.execute(theirs.dataSource(), "CREATE ROLE guest LOGIN CREATEDB PASSWORD 'guest'");
    try (ThrowawayPostgres given = start(GivenUrl.of(theirs, "guest", "guest"));
        ThrowawayDatabase database = given.createDatabase()) {
      assertThat(Sql.value(database.dataSource(), "SELECT current_user")).isEqualTo("guest");
    }
    assertThat(databases()).contains(dead);
    drop(dead);
    Sql.execute(theirs.dataSource(), "DROP ROLE guest");
  }

  @Test
  void isClearedByTheNextBuildWhenABuildIsKilled() throws Exception {
    List<String> before = databases();
    try (ChildJvm build =
        ChildJvm.of(HoldsServer.class)
            .property("throwaway.postgres", GivenUrl.of(theirs))
            .start()) {
      build.await("ready");
      build.kill();
    }
    assertThat(databases()).hasSize(before.size() + 1);
    start().close();
    assertThat(databases()).isEqualTo(before);
  }

  private ThrowawayPostgres start() {
    return start(GivenUrl.of(theirs));
  }

  private static ThrowawayPostgres start(String url) {
    return ThrowawayPostgres.start(new Choice.Given(url), Durability.NONE);
  }

  private List<String> databases() throws SQLException {
    return Sql.column(theirs.dataSource(), "SELECT datname FROM pg_database ORDER BY datname");
  }

  private void create(String name) {
    execute("CREATE DATABASE \"" + name + "\" TEMPLATE template0");
  }

  private void drop(String name) {
    execute("DROP DATABASE \"" + name + "\"");
  }

  private void execute(String sql) {
    try {
      Sql.execute(theirs.dataSource(), sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
