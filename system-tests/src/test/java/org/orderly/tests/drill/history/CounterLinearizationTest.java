package org.orderly.tests.drill.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CounterLinearizationTest {
  private static final long UNTIL_THE_END = Long.MAX_VALUE;

  @Test
  void explainsWhatFollowsOneAfterTheOther() {
    assertThat(check(3, take(1, 0, 1), take(2, 2, 3), reading(0, 4, 5), add(5, 6, 7)))
        .isInstanceOf(CounterResult.Explained.class);
  }

  @Test
  void explainsARefusalByAnOrderThatOverlapsWithIt() {
    assertThat(check(1, take(1, 0, 10), reading(0, 5, 15)))
        .isInstanceOf(CounterResult.Explained.class);
  }

  @Test
  void refusesARefusalWhileThereWasStockAllTheTime() {
    CounterResult result = check(1, take(1, 10, 20), reading(0, 0, 9));

    assertThat(result).isInstanceOf(CounterResult.Unexplained.class);
    assertThat(((CounterResult.Unexplained) result).reason()).contains("found 0").contains("was 1");
  }

  @Test
  void refusesAValueThatNoNumberOfOrdersLeaves() {
    assertThat(check(9, take(3, 0, 10), take(3, 0, 10), reading(5, 0, 10)))
        .isInstanceOf(CounterResult.Unexplained.class);
  }

  @Test
  void refusesMoreThanThereWas() {
    assertThat(check(3, take(2, 0, 1), take(2, 2, 3)))
        .isInstanceOf(CounterResult.Unexplained.class);
  }

  @Test
  void refusesAnOrderBeforeTheDeliveryThatItNeeds() {
    assertThat(check(0, take(1, 0, 1), add(1, 2, 3))).isInstanceOf(CounterResult.Unexplained.class);
    assertThat(check(0, take(1, 0, 3), add(1, 2, 4))).isInstanceOf(CounterResult.Explained.class);
  }

  @Test
  void refusesTwoReadingsInTheWrongOrder() {
    assertThat(check(5, take(1, 0, 100), reading(4, 1, 2), reading(5, 3, 4)))
        .isInstanceOf(CounterResult.Unexplained.class);
    assertThat(check(5, take(1, 0, 100), reading(5, 1, 2), reading(4, 3, 4)))
        .isInstanceOf(CounterResult.Explained.class);
  }

  @Test
  void letsWhatNobodyWasToldHappenAtAnyTimeAfterItsBegin() {
    assertThat(check(5, take(1, 0, UNTIL_THE_END), reading(5, 1, 2), reading(4, 900, 901)))
        .isInstanceOf(CounterResult.Explained.class);
    assertThat(check(5, take(1, 3, UNTIL_THE_END), reading(4, 1, 2)))
        .isInstanceOf(CounterResult.Unexplained.class);
  }

  @Test
  void holdsAChangeToTheValueThatItsAnswerReports() {
    CounterOperation adds = new CounterOperation("delivery", 5, OptionalLong.of(2), 0, 10);

    assertThat(check(3, adds, take(1, 0, 10))).isInstanceOf(CounterResult.Explained.class);
    assertThat(check(3, adds, take(1, 11, 12))).isInstanceOf(CounterResult.Unexplained.class);
  }

  @Test
  void saysWhenItCannotDecide() {
    List<CounterOperation> many = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      many.add(CounterOperation.change("order " + i, -(1L << i), 0, 100));
    }
    many.add(reading(5, 50, 60));

    assertThat(CounterLinearization.of(1L << 41, many)).isInstanceOf(CounterResult.Undecided.class);
    assertThat(check(100, Collections.nCopies(65, take(1, 0, 10)).toArray(CounterOperation[]::new)))
        .isInstanceOf(CounterResult.Undecided.class);
  }

  /** All orders of a few operations are tried, one after the other. */
  @Test
  void agreesWithASearchThatTriesEveryOrder() {
    int explained = 0;
    for (int seed = 0; seed < 30_000; seed++) {
      Random random = new Random(seed);
      long initial = random.nextInt(4);
      List<CounterOperation> operations = anyOperations(random);
      boolean expected = hasOrder(initial, new ArrayList<>(operations));
      explained += expected ? 1 : 0;

      assertThat(CounterLinearization.of(initial, operations))
          .as("seed %d: %d and %s", seed, initial, operations)
          .isInstanceOf(expected ? CounterResult.Explained.class : CounterResult.Unexplained.class);
    }
    assertThat(explained).isBetween(3_000, 27_000);
  }

  private static List<CounterOperation> anyOperations(Random random) {
    List<CounterOperation> operations = new ArrayList<>();
    int count = 1 + random.nextInt(7);
    for (int i = 0; i < count; i++) {
      long begin = random.nextInt(12);
      long end = random.nextInt(9) == 0 ? UNTIL_THE_END : begin + random.nextInt(12);
      long delta = 1 + random.nextInt(3);
      operations.add(
          switch (random.nextInt(6)) {
            case 0, 1, 2 -> CounterOperation.change("take " + i, -delta, begin, end);
            case 3 -> CounterOperation.change("add " + i, delta, begin, end);
            case 4 -> CounterOperation.reading("read " + i, random.nextInt(5), begin, end);
            default ->
                new CounterOperation(
                    "adds " + i, delta, OptionalLong.of(random.nextInt(4)), begin, end);
          });
    }
    return operations;
  }

  private static boolean hasOrder(long value, List<CounterOperation> left) {
    if (left.isEmpty()) {
      return true;
    }
    long firstEnd = left.stream().mapToLong(CounterOperation::endNanos).min().orElseThrow();
    for (CounterOperation next : List.copyOf(left)) {
      boolean mayBeNext = next.beginNanos() <= firstEnd;
      boolean fits = next.before().isEmpty() || next.before().getAsLong() == value;
      if (mayBeNext && fits && value + next.delta() >= 0) {
        List<CounterOperation> rest = new ArrayList<>(left);
        rest.remove(next);
        if (hasOrder(value + next.delta(), rest)) {
          return true;
        }
      }
    }
    return false;
  }

  private static CounterResult check(long initial, CounterOperation... operations) {
    return CounterLinearization.of(initial, List.of(operations));
  }

  private static CounterOperation take(long quantity, long begin, long end) {
    return CounterOperation.change("order", -quantity, begin, end);
  }

  private static CounterOperation add(long quantity, long begin, long end) {
    return CounterOperation.change("delivery", quantity, begin, end);
  }

  private static CounterOperation reading(long value, long begin, long end) {
    return CounterOperation.reading("refusal", value, begin, end);
  }
}
