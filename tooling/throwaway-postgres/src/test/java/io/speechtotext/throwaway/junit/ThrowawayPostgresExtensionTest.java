package io.speechtotext.throwaway.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.testing.Sql;
import java.sql.SQLException;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a test run sees of the extension; its test classes are below. */
class ThrowawayPostgresExtensionTest {

  private static final Queue<ThrowawayPostgres> SERVERS = new ConcurrentLinkedQueue<>();
  private static final Map<String, ThrowawayDatabase> DATABASES = new ConcurrentHashMap<>();
  private static final AtomicInteger FILLINGS = new AtomicInteger();

  @BeforeAll
  static void run() {
    TestRun run = TestRun.of(First.class, Second.class, Plain.class);
    assertThat(run.failures()).isEmpty();
    assertThat(run.succeeded()).isEqualTo(5);
  }

  @Test
  void oneServerServesTheWholeRun() {
    assertThat(SERVERS).hasSize(4);
    assertThat(SERVERS.stream().distinct()).hasSize(1);
  }

  @Test
  void theTemplateIsFilledOnce() {
    assertThat(FILLINGS).hasValue(1);
  }

  @Test
  void eachTestClassHasADatabaseThatOnlyItsNestedClassesShare() {
    assertThat(DATABASES.get("nested")).isSameAs(DATABASES.get("first"));
    assertThat(DATABASES.values().stream().map(ThrowawayDatabase::name).distinct()).hasSize(3);
  }

  @Test
  void nothingIsLeftAfterTheRun() {
    for (ThrowawayDatabase database : DATABASES.values()) {
      assertThatThrownBy(database::connect).isInstanceOf(SQLException.class);
    }
  }

  static final class OneRow implements DatabaseTemplate {

    @Override
    public void fill(DataSource empty) throws SQLException {
      FILLINGS.incrementAndGet();
      Sql.execute(empty, "CREATE TABLE t AS SELECT 1 AS n");
    }
  }

  @FromTemplate(OneRow.class)
  static class First {

    @Test
    void changesItsCopy(ThrowawayDatabase database) throws SQLException {
      DATABASES.put("first", database);
      Sql.execute(database.dataSource(), "INSERT INTO t VALUES (2)");
    }

    @Test
    void hasAServer(ThrowawayPostgres server) {
      SERVERS.add(server);
    }

    @Nested
    class Inner {

      @Test
      void sharesTheCopy(ThrowawayDatabase database, ThrowawayPostgres server) {
        DATABASES.put("nested", database);
        SERVERS.add(server);
      }
    }
  }

  @FromTemplate(OneRow.class)
  static class Second {

    @Test
    void seesNothingOfOthersChanges(ThrowawayDatabase database, ThrowawayPostgres server)
        throws SQLException {
      DATABASES.put("second", database);
      SERVERS.add(server);
      assertThat(Sql.value(database.dataSource(), "SELECT count(*) FROM t")).isEqualTo("1");
    }
  }

  @ExtendWith(ThrowawayPostgresExtension.class)
  static class Plain {

    @Test
    void isEmpty(ThrowawayDatabase database, ThrowawayPostgres server) throws SQLException {
      DATABASES.put("plain", database);
      SERVERS.add(server);
      assertThat(Sql.value(database.dataSource(), "SELECT to_regclass('t') IS NULL"))
          .isEqualTo("t");
    }
  }
}
