package io.speechtotext.bench;

import io.speechtotext.app.SpeechToText;
import io.speechtotext.app.job.ClaimedJob;
import io.speechtotext.app.job.Completion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** As many workers as there are clients, who claim jobs and complete them until none is left. */
record Workers(Setup setup, SpeechToText data, int clients) {

  static final Duration LEASE = Duration.ofMinutes(5);
  static final Completion DONE = Completion.of("written");

  /** How what was claimed is completed. */
  enum Ending {
    ONE_BY_ONE {
      @Override
      void end(SpeechToText data, List<ClaimedJob> claimed) {
        claimed.forEach(job -> data.jobs().complete(job.lease(), DONE));
      }
    },
    AT_ONCE {
      @Override
      void end(SpeechToText data, List<ClaimedJob> claimed) {
        data.jobs()
            .completeAll(
                claimed.stream().collect(Collectors.toMap(ClaimedJob::lease, job -> DONE)));
      }
    };

    abstract void end(SpeechToText data, List<ClaimedJob> claimed);
  }

  /** Jobs a second that they get done, claiming so many at a time. */
  double throughput(int jobs, int atOnce, Ending ending) throws Exception {
    setup.addPending(jobs);
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    LongAdder done = new LongAdder();
    long begin = System.nanoTime();
    try {
      List<Future<?>> workers = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        workers.add(threads.submit(() -> work(atOnce, ending, done)));
      }
      for (Future<?> worker : workers) {
        worker.get();
      }
      return done.sum() * 1e9 / (System.nanoTime() - begin);
    } finally {
      threads.shutdownNow();
    }
  }

  private void work(int atOnce, Ending ending, LongAdder done) {
    List<ClaimedJob> claimed = data.jobs().claim("bench", atOnce, LEASE);
    while (!claimed.isEmpty()) {
      ending.end(data, claimed);
      done.add(claimed.size());
      claimed = data.jobs().claim("bench", atOnce, LEASE);
    }
  }
}
