package io.speechtotext.throwaway.internal.docker;

import io.speechtotext.throwaway.internal.Durability;
import io.speechtotext.throwaway.internal.Owner;
import io.speechtotext.throwaway.internal.PostgresVersion;
import io.speechtotext.throwaway.internal.RunningServer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** The official PostgreSQL image in a container of this build's own. */
public final class DockerServer implements RunningServer {

  private static final String USER = "postgres";

  private final PostgreSQLContainer container;
  private final String image;
  private final int majorVersion;

  private DockerServer(PostgreSQLContainer container, String image, int majorVersion) {
    this.container = container;
    this.image = image;
    this.majorVersion = majorVersion;
  }

  /** Why Docker is not worth a try on this machine; empty when it is. Takes no time. */
  public static Optional<String> reasonAgainst() {
    Path home = Path.of(System.getProperty("user.home"));
    return DockerSockets.isDaemonLikely(System.getenv(), home)
        ? Optional.empty()
        : Optional.of("no Docker daemon on this machine");
  }

  /**
   * Starts a container.
   *
   * @throws DockerUnavailableException when there is no daemon or no image, or it does not start
   */
  public static DockerServer start(PostgresVersion version, Durability durability)
      throws DockerUnavailableException {
    DockerDaemon daemon = DockerDaemon.connect();
    daemon.sweep();
    daemon.ensureImages(version.image(), System.getenv());
    AnswersSelectOne readiness = new AnswersSelectOne();
    PostgreSQLContainer container = container(version, durability);
    container.setWaitStrategy(readiness);
    try {
      container.start();
    } catch (RuntimeException e) {
      container.stop();
      // Testcontainers has logged what the container said, and removed it.
      throw new DockerUnavailableException(
          "the container did not start, its log stands above: " + DockerDaemon.firstLine(e), e);
    }
    return new DockerServer(container, version.image(), readiness.majorVersion());
  }

  private static PostgreSQLContainer container(PostgresVersion version, Durability durability) {
    DockerImageName image =
        DockerImageName.parse(version.image()).asCompatibleSubstituteFor("postgres");
    PostgreSQLContainer container =
        new PostgreSQLContainer(image)
            .withUsername(USER)
            .withPassword(UUID.randomUUID().toString())
            .withDatabaseName("postgres")
            .withEnv("POSTGRES_INITDB_ARGS", "--encoding=UTF8 --locale=C --no-sync")
            .withLabel(DockerDaemon.OWNER_LABEL, Owner.self().token());
    if (durability == Durability.NONE) {
      container.withTmpFs(Map.of(dataMount(version), "rw"));
    }
    container.setCommand(command(durability));
    return container;
  }

  // From 18 on the image keeps a directory per major version below its volume.
  private static String dataMount(PostgresVersion version) {
    return version.major() >= 18 ? "/var/lib/postgresql" : "/var/lib/postgresql/data";
  }

  private static String command(Durability durability) {
    return "postgres"
        + String.join("", durability.settings().stream().map(each -> " -c " + each).toList());
  }

  @Override
  public String description() {
    return "Docker container %s on %s:%d"
        .formatted(
            image,
            container.getHost(),
            container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT));
  }

  @Override
  public int majorVersion() {
    return majorVersion;
  }

  @Override
  public DataSource adminDataSource() {
    return dataSource("postgres");
  }

  @Override
  public DataSource dataSource(String database) {
    return dataSource(container, database);
  }

  static DataSource dataSource(PostgreSQLContainer container, String database) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(jdbcUrl(container, database));
    source.setUser(USER);
    source.setPassword(container.getPassword());
    return source;
  }

  @Override
  public String jdbcUrl(String database) {
    return jdbcUrl(container, database);
  }

  private static String jdbcUrl(PostgreSQLContainer container, String database) {
    return "jdbc:postgresql://%s:%d/%s?sslmode=disable&gssEncMode=disable"
        .formatted(
            container.getHost(),
            container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
            database);
  }

  @Override
  public String user() {
    return USER;
  }

  @Override
  public String password() {
    return container.getPassword();
  }

  @Override
  public boolean outlivesBuild() {
    return false;
  }

  @Override
  public void close() {
    container.stop();
  }
}
