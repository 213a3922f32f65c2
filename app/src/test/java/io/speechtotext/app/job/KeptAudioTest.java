package io.speechtotext.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.speechtotext.app.failure.InvalidValueException;
import io.speechtotext.throwaway.ThrowawayDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeptAudioTest extends JobTest {

  private static final Duration DAY = Duration.ofDays(1);

  KeptAudioTest(ThrowawayDatabase copy) {
    super(copy);
  }

  @Test
  void handsOutFilesOfJobsThatEndedLongAgo() throws SQLException {
    insert("/completed", "completed", "2 days");
    insert("/failed", "failed", "3 days");
    insert("/cancelled", "cancelled", "4 days");
    insert("/too-new", "completed", "1 hour");
    jobs.submit(NewJob.of(UUID.randomUUID(), Audio.keptAt("/waits")));

    assertThat(jobs.claimExpiredAudio(DAY, 10, MINUTE))
        .extracting(ExpiredAudio::storagePath)
        .containsExactlyInAnyOrder("/cancelled", "/failed", "/completed");
  }

  @Test
  void handsOutAFileOnceThatIsRemoved() throws SQLException {
    insert("/a", "completed", "2 days");
    insert("/b", "completed", "3 days");
    List<ExpiredAudio> first = jobs.claimExpiredAudio(DAY, 1, MINUTE);
    assertThat(first).extracting(ExpiredAudio::storagePath).containsExactly("/b");
    assertThat(jobs.confirmRemoved(first)).isEqualTo(1);

    List<ExpiredAudio> second = jobs.claimExpiredAudio(DAY, 1, MINUTE);
    assertThat(second).extracting(ExpiredAudio::storagePath).containsExactly("/a");
    assertThat(jobs.confirmRemoved(second)).isEqualTo(1);
    assertThat(jobs.confirmRemoved(second)).isEqualTo(1);
    assertThat(database.rows("SELECT count(audio_storage_path), count(lease_expires_at) FROM jobs"))
        .containsExactly("0|0");
  }

  // A sweep that forgot a path before it removed the file would leave the file for ever.
  @Test
  void handsOutAFileAgainWhoseRemovalWasInterrupted() throws SQLException {
    insert("/a", "completed", "2 days");
    List<ExpiredAudio> interrupted = jobs.claimExpiredAudio(DAY, 10, MINUTE);
    assertThat(jobs.claimExpiredAudio(DAY, 10, MINUTE)).isEmpty();
    database.execute("UPDATE jobs SET lease_expires_at = now() - interval '1 second'");

    List<ExpiredAudio> again = jobs.claimExpiredAudio(DAY, 10, MINUTE);
    assertThat(again).extracting(ExpiredAudio::storagePath).containsExactly("/a");
    assertThat(jobs.confirmRemoved(interrupted)).as("another has it").isZero();
    assertThat(jobs.confirmRemoved(again)).isEqualTo(1);
  }

  @Test
  void isSharedByAllProcesses() throws Exception {
    for (int i = 0; i < 40; i++) {
      insert("/" + i, "completed", "2 days");
    }
    List<List<ExpiredAudio>> handed =
        Concurrently.run(8, () -> jobs.claimExpiredAudio(DAY, 5, MINUTE));
    assertThat(handed.stream().flatMap(List::stream).map(ExpiredAudio::storagePath))
        .hasSize(40)
        .doesNotHaveDuplicates();
  }

  @Test
  void refusesTimesThatMakeNoSense() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> jobs.claimExpiredAudio(DAY.negated(), 10, MINUTE));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> jobs.claimExpiredAudio(DAY, 10, Duration.ZERO));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> jobs.claimExpiredAudio(DAY, 0, MINUTE));
  }

  private void insert(String path, String status, String ago) throws SQLException {
    database.execute(
        """
        INSERT INTO jobs (job_id, status, audio_storage_path, started_at, completed_at)
        VALUES (?, ?, ?, now() - ?::interval, now() - ?::interval)
        """,
        UUID.randomUUID().toString(),
        status,
        path,
        ago,
        ago);
  }
}
