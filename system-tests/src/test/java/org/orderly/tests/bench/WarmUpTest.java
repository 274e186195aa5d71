package org.orderly.tests.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WarmUpTest {

  private static final long FIVE_SECONDS = Duration.ofSeconds(5).toNanos();
  private static final long SERVER = 6_000;

  private final WarmUp warmUp = new WarmUp(Duration.ofMinutes(2));

  /** Windows that did so much each, with compilers at so many percent. */
  private void windows(int number, long done, long compilersPercent) {
    for (int i = 0; i < number; i++) {
      warmUp.add(new WarmUp.Window(done, FIVE_SECONDS, SERVER, SERVER * compilersPercent / 100));
    }
  }

  @Test
  void endsWhenThroughputIsSteadyAndCompilersAreQuiet() {
    windows(5, 1_000, 1);
    assertThat(warmUp.isOver()).isFalse();
    windows(1, 1_040, 1);
    assertThat(warmUp.isOver()).isTrue();
    assertThat(warmUp.isWarm()).isTrue();
    assertThat(warmUp)
        .hasToString(
            "warm after 30 s: 202.7 requests/s (+1.4 % against the 15 s before), compilers 1 % of"
                + " the server's CPU");
  }

  @Test
  void goesOnWhileTheCompilersWork() {
    windows(12, 1_000, 20);
    assertThat(warmUp.isOver()).isFalse();
    windows(2, 1_000, 1);
    assertThat(warmUp.isOver()).as("20, 1 and 1 %% together").isFalse();
    windows(1, 1_000, 1);
    assertThat(warmUp.isWarm()).isTrue();
  }

  @Test
  void goesOnWhileTheServerGetsFasterOrSlower() {
    windows(3, 1_000, 0);
    windows(3, 1_060, 0);
    assertThat(warmUp.isOver()).isFalse();
    windows(3, 1_000, 0);
    assertThat(warmUp.isOver()).isFalse();
    windows(3, 1_000, 0);
    assertThat(warmUp.isOver()).isTrue();
  }

  @Test
  void oneLuckyWindowDoesNotEndIt() {
    windows(3, 500, 0);
    windows(2, 1_000, 0);
    windows(1, 500, 0);
    assertThat(warmUp.isOver()).isFalse();
  }

  @Test
  void endsWhenItHasHadItsTimeAndTellsThatTheServerIsNotWarm() {
    windows(23, 1_000, 30);
    assertThat(warmUp.isOver()).isFalse();
    windows(1, 1_000, 30);
    assertThat(warmUp.isOver()).isTrue();
    assertThat(warmUp.isWarm()).isFalse();
    assertThat(warmUp.toString())
        .startsWith("stopped, not warm, after 120 s: 200.0 requests/s")
        .endsWith("compilers 30 % of the server's CPU");
  }

  @Test
  void aServerThatDoesNothingIsNeverWarm() {
    windows(12, 0, 0);
    assertThat(warmUp.isWarm()).isFalse();
  }

  @Test
  void tellsThatItWasTooShort() {
    WarmUp shortOne = new WarmUp(Duration.ofSeconds(5));
    shortOne.add(new WarmUp.Window(10, FIVE_SECONDS, SERVER, 0));
    assertThat(shortOne.isOver()).isTrue();
    assertThat(shortOne).hasToString("stopped after 5 s, too early to tell");
  }
}
