package org.orderly.web.edge.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.web.edge.rate.RateLimit.Verdict;

class RateLimitTest {

  private static final long SECOND = 1_000_000;

  private long now = 1_000 * SECOND;
  private final LocalRateCounter count = new LocalRateCounter(() -> now * 1_000);
  private final RateLimit limit = new RateLimit("test", 20);

  private Verdict take() {
    return count.take(limit, "ann");
  }

  @Test
  void admitsAMinutesWorthAtOnceAndThenOneByOne() {
    for (int left = 19; left >= 0; left--) {
      Verdict verdict = take();
      assertThat(verdict.admitted()).isTrue();
      assertThat(verdict.remaining()).isEqualTo(left);
    }
    Verdict refused = take();
    assertThat(refused.admitted()).isFalse();
    assertThat(refused.remaining()).isZero();
    assertThat(refused.retrySeconds()).isEqualTo(3);
    assertThat(refused.resetSeconds()).isEqualTo(60);

    now += refused.retrySeconds() * SECOND;
    assertThat(take().admitted()).isTrue();
    assertThat(take().admitted()).isFalse();
  }

  @Test
  void isWholeAgainAfterAMinute() {
    IntStream.range(0, 20).forEach(i -> take());
    now += 60 * SECOND;
    assertThat(take().remaining()).isEqualTo(19);
  }

  @Test
  void neverTellsToComeBackAtOnce() {
    IntStream.range(0, 20).forEach(i -> take());
    now += 3 * SECOND - 1;
    Verdict refused = take();
    assertThat(refused.admitted()).isFalse();
    assertThat(refused.retrySeconds()).isEqualTo(1);
  }

  @Test
  void countsCallersAndClassesApart() {
    IntStream.range(0, 20).forEach(i -> take());
    assertThat(take().admitted()).isFalse();
    assertThat(count.take(limit, "bob").admitted()).isTrue();
    assertThat(count.take(new RateLimit("other", 20), "ann").admitted()).isTrue();
  }

  /** The algorithm's other form: a bucket that loses one unit each interval. */
  @ParameterizedTest
  @ValueSource(ints = {1, 7, 20, 100, 6_000})
  void decidesAsALeakyBucketDoes(int perMinute) {
    RateLimit tried = new RateLimit("model", perMinute);
    Random random = new Random(perMinute);
    long level = 0;
    long last = now;
    for (int i = 0; i < 5_000; i++) {
      now += (long) (random.nextExponential() * tried.interval());
      level = Math.max(0, level - (now - last));
      last = now;
      boolean fits = level + tried.interval() <= tried.tolerance();
      level += fits ? tried.interval() : 0;
      assertThat(count.take(tried, "ann").admitted()).as("request %s", i).isEqualTo(fits);
    }
  }

  @Test
  void forgetsCallersRatherThanGrow() {
    IntStream.range(0, 20).forEach(i -> take());
    LongStream.range(0, LocalRateCounter.CALLERS).forEach(i -> count.take(limit, "crowd " + i));
    assertThat(take().admitted()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1_000_001})
  void isANumberThatCanBeCounted(int perMinute) {
    assertThatThrownBy(() -> new RateLimit("strict", perMinute)).hasMessageContaining("strict");
  }
}
