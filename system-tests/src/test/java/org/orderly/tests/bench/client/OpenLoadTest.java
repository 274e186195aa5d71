package org.orderly.tests.bench.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpenLoadTest {

  private static final long SECOND = 1_000_000_000;

  private static List<Long> all(Arrivals arrivals) {
    return Stream.generate(arrivals::next)
        .takeWhile(OptionalLong::isPresent)
        .map(OptionalLong::getAsLong)
        .toList();
  }

  @Test
  void comesAtAFixedRateFromTheBeginning() {
    assertThat(all(new OpenLoad(1_000, 4, 2 * SECOND)))
        .containsExactlyElementsOf(
            LongStream.range(0, 8).map(i -> 1_000 + i * SECOND / 4).boxed().toList());
  }

  @Test
  void doesNotDriftWhereTheRateDoesNotDivideASecond() {
    List<Long> moments = all(new OpenLoad(0, 7, 3 * SECOND));
    assertThat(moments).hasSize(21);
    assertThat(moments.get(7)).isEqualTo(SECOND);
    assertThat(moments.get(14)).isEqualTo(2 * SECOND);
  }

  @Test
  void endsBeforeItsTimeIsOver() {
    assertThat(all(new OpenLoad(0, 10, SECOND / 4))).containsExactly(0L, SECOND / 10, SECOND / 5);
  }

  @Test
  void asksNobodyForTheTimeSoThatNoMomentIsLeftOut() {
    OpenLoad late = new OpenLoad(System.nanoTime() - 3_600 * SECOND, 100, SECOND);
    assertThat(all(late)).hasSize(100);
  }

  @Test
  void givesEveryMomentToOneClientOnly() {
    OpenLoad arrivals = new OpenLoad(0, 10_000, SECOND);
    ConcurrentLinkedQueue<Long> taken = new ConcurrentLinkedQueue<>();
    IntStream.range(0, 8).parallel().forEach(i -> taken.addAll(all(arrivals)));
    assertThat(taken).hasSize(10_000).doesNotHaveDuplicates();
  }

  @Test
  void closedLoadSendsNowUntilTheTimeIsOver() {
    AtomicLong clock = new AtomicLong(5);
    ClosedLoad closed = new ClosedLoad(10, clock::get);
    assertThat(closed.next()).hasValue(5);
    clock.set(9);
    assertThat(closed.next()).hasValue(9);
    clock.set(10);
    assertThat(closed.next()).isEmpty();
  }
}
