package io.speechtotext.bench;

import io.speechtotext.app.SpeechToText;
import io.speechtotext.app.apikey.NewApiKey;
import io.speechtotext.bench.Arm.Client;
import io.speechtotext.bench.Workers.Ending;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Two databases of one server, one big and one small: nothing may be slower in the big one. */
final class Growth {

  private static final int WARM_UP_ROUNDS = 3;
  private static final int JOBS = 20_000;
  private static final int MANY_KEYS = 100_000;
  private static final int KEYS_IN_USE = 100;

  private final Setup big;
  private final Setup small;
  private final int clients;
  private final int rounds;

  Growth(Setup big, Setup small, int clients, int rounds) {
    this.big = big;
    this.small = small;
    this.clients = clients;
    this.rounds = rounds;
  }

  void run(int finishedInBig, int finishedInSmall) throws Exception {
    // A word will do: no queue reads texts, and millions of them would not fit into memory.
    big.seed(finishedInBig, 1);
    small.seed(finishedInSmall, 1);
    big.addKeys(MANY_KEYS);
    try (SpeechToText inBig = big.open(clients);
        SpeechToText inSmall = small.open(clients)) {
      queue(new Workers(big, inBig, clients), new Workers(small, inSmall, clients));
      new Duel(new Window(clients, Duration.ofSeconds(2)), rounds)
          .run(
              "authenticate",
              new Arm("with %d keys".formatted(MANY_KEYS), authenticating(big, inBig)),
              new Arm("with few", authenticating(small, inSmall)));
    }
  }

  private void queue(Workers inBig, Workers inSmall) throws Exception {
    Ratios each = new Ratios("claim 10, complete each", "big", "small");
    Ratios all = new Ratios("claim 10, complete 10 at once", "big", "small");
    for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
      double bigOneByOne = inBig.throughput(JOBS, 10, Ending.ONE_BY_ONE);
      double smallOneByOne = inSmall.throughput(JOBS, 10, Ending.ONE_BY_ONE);
      double bigAtOnce = inBig.throughput(JOBS, 10, Ending.AT_ONCE);
      double smallAtOnce = inSmall.throughput(JOBS, 10, Ending.AT_ONCE);
      if (round >= 0) {
        each.add(bigOneByOne, smallOneByOne);
        all.add(bigAtOnce, smallAtOnce);
      }
    }
    each.print();
    all.print();
  }

  private static Arm.ClientFactory authenticating(Setup setup, SpeechToText data)
      throws SQLException {
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < KEYS_IN_USE; i++) {
      keys.add(data.apiKeys().create(NewApiKey.named("used " + i)).plaintext().reveal());
    }
    setup.execute("VACUUM ANALYZE api_keys");
    Client client =
        () -> data.apiKeys().authenticate(keys.get(ThreadLocalRandom.current().nextInt(KEYS_IN_USE)));
    return number -> client;
  }
}
