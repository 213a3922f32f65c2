package io.speechtotext.bench;

import io.speechtotext.app.SpeechToText;
import io.speechtotext.app.job.JobStatus;
import io.speechtotext.app.job.JobSummary;
import io.speechtotext.app.paging.CreatedAt;
import io.speechtotext.app.paging.Page;
import io.speechtotext.app.paging.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A late page of a list against its first. */
final class Pages {

  private static final int SIZE = 20;
  private static final int READS = 2_000;
  private static final int OWNER = 1;

  private final SpeechToText data;

  Pages(SpeechToText data) {
    this.data = data;
  }

  void run(int rounds) {
    PageRequest<CreatedAt> first = PageRequest.first(SIZE);
    PageRequest<CreatedAt> late = first;
    int number = 1;
    for (Page<JobSummary, CreatedAt> page = read(late);
        page.next().isPresent() && number < 10_000;
        page = read(late)) {
      late = late.after(page.next().get());
      number++;
    }
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      rate(first);
      rate(late);
    }
    for (int round = 0; round < rounds; round++) {
      ratios.add(rate(late) / rate(first));
    }
    System.out.printf(
        Locale.ROOT, "| page %d of a list | | page 1 | %.2f |%n", number, Median.of(ratios));
  }

  private double rate(PageRequest<CreatedAt> request) {
    long begin = System.nanoTime();
    for (int i = 0; i < READS; i++) {
      read(request);
    }
    return READS * 1e9 / (System.nanoTime() - begin);
  }

  private Page<JobSummary, CreatedAt> read(PageRequest<CreatedAt> request) {
    return data.jobs().listForOwner(OWNER, Optional.of(JobStatus.COMPLETED), request);
  }
}
