package org.orderly.tests.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoundPlanTest {
  private static final int DECK = 16;

  @Test
  void isTheSameForTheSameSeed() {
    IntStream.rangeClosed(1, 100)
        .forEach(n -> assertThat(RoundPlan.of(5, n, 2)).isEqualTo(RoundPlan.of(5, n, 2)));
    assertThat(IntStream.rangeClosed(1, DECK).mapToObj(n -> RoundPlan.of(6, n, 2)).toList())
        .isNotEqualTo(IntStream.rangeClosed(1, DECK).mapToObj(n -> RoundPlan.of(5, n, 2)).toList());
  }

  @Test
  void bringsEveryKindInEveryDeck() {
    Set<String> names =
        IntStream.rangeClosed(DECK + 1, 2 * DECK)
            .mapToObj(n -> RoundPlan.of(3, n, 1).name())
            .collect(Collectors.toSet());

    assertThat(names).hasSize(InjectedFault.Kind.values().length + 2);
  }

  @Test
  void killsNoServerWhereServersStayAlive() {
    assertThat(IntStream.rangeClosed(1, 300).mapToObj(n -> RoundPlan.alive(5, n, 2)))
        .flatExtracting(RoundPlan::blows)
        .noneMatch(blow -> blow.kind().killsAnInstance())
        .anyMatch(blow -> blow.kind() == InjectedFault.Kind.LONG_PAUSE);
  }

  @Test
  void hitsNoPartTwiceAtOnce() {
    IntStream.rangeClosed(1, 300)
        .mapToObj(n -> RoundPlan.of(9, n, 2))
        .forEach(
            plan ->
                assertThat(plan.blows()).extracting(InjectedFault::part).doesNotHaveDuplicates());
  }

  @Test
  void givesRedisASecondToWriteDownWhatItWasTold() {
    IntStream.rangeClosed(1, 300)
        .mapToObj(n -> RoundPlan.of(4, n, 1))
        .flatMap(plan -> plan.blows().stream())
        .filter(blow -> blow.kind() == InjectedFault.Kind.REDIS)
        .forEach(blow -> assertThat(blow.atMillis()).isGreaterThan(1200));
  }
}
