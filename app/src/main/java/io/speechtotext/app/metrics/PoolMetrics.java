package io.speechtotext.app.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.speechtotext.app.database.PoolState;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * How busy the pool is: {@code speech_to_text.connections.active}, {@code .idle}, {@code .max}, and
 * {@code .waiting}: threads that wait for one.
 */
public final class PoolMetrics implements MeterBinder {

  private static final String PREFIX = "speech_to_text.connections.";

  private final Supplier<PoolState> state;

  /**
   * Of a pool, asked whenever somebody looks.
   *
   * @param state such as {@code speechToText::poolState}
   */
  public PoolMetrics(Supplier<PoolState> state) {
    this.state = state;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    gauge(registry, "active", PoolState::active);
    gauge(registry, "idle", PoolState::idle);
    gauge(registry, "waiting", PoolState::waiting);
    gauge(registry, "max", PoolState::maximumSize);
  }

  private void gauge(MeterRegistry registry, String name, ToIntFunction<PoolState> value) {
    Gauge.builder(PREFIX + name, () -> value.applyAsInt(state.get())).register(registry);
  }
}
