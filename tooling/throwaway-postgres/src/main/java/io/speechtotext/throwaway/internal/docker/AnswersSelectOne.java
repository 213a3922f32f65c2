package io.speechtotext.throwaway.internal.docker;

import io.speechtotext.throwaway.internal.Readiness;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * Waits for the answer to {@code SELECT 1}. The image starts the server twice; the first listens on
 * no network, so that only the lasting one can answer.
 */
final class AnswersSelectOne extends AbstractWaitStrategy {

  private static final long PAUSE_NANOS = Duration.ofMillis(20).toNanos();

  private int majorVersion;

  @Override
  protected void waitUntilReady() {
    PostgreSQLContainer container = (PostgreSQLContainer) waitStrategyTarget;
    try {
      majorVersion =
          Readiness.await(
              DockerServer.dataSource(container, "postgres"),
              startupTimeout,
              () -> pause(container));
    } catch (TimeoutException e) {
      throw new ContainerLaunchException(
          "the container's server gives " + e.getMessage() + ": " + container.getLogs(), e);
    }
  }

  private static void pause(PostgreSQLContainer container) {
    LockSupport.parkNanos(PAUSE_NANOS);
    if (!container.isRunning()) {
      throw new ContainerLaunchException("the container ended: " + container.getLogs());
    }
  }

  /** Of the server that answered. */
  int majorVersion() {
    return majorVersion;
  }
}
