package io.speechtotext.prover.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FollowingVersionTest {

  @Test
  void countsOn() {
    assertThat(FollowingVersion.of("V9", 1)).isEqualTo("V10");
    assertThat(FollowingVersion.of("V7", 2)).isEqualTo("V9");
  }

  @Test
  void addsNothingToATime() {
    assertThat(FollowingVersion.of("V20240501120000", 1))
        .isEqualTo("V20240501120000, then one more");
    assertThat(FollowingVersion.of("V1.2", 2)).isEqualTo("V1.2, then 2 more");
  }
}
