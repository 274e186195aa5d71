package org.orderly.tests.drill.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HistoryCheckTest {
  private static final RequestIdentity FIRST = new RequestIdentity("order", "dora", "k1");
  private static final RequestIdentity SECOND = new RequestIdentity("order", "emil", "k2");
  private static final String STOCK = "stock of drills";
  private static final String WALLET = "wallet of dora";

  private final List<RecordedCall> calls = new ArrayList<>();
  private final List<RecordedEffect> effects = new ArrayList<>();
  private final Map<String, Long> before = Map.of(STOCK, 3L, WALLET, 50L);
  private final Map<String, Long> after = new HashMap<>(before);

  @Test
  void acceptsAnOrderThatTookWhatItWasToldItTook() {
    call(FIRST, 0, 10, done("o1"));
    effect(FIRST, "o1", -2, -20);

    assertThat(check().differences()).isEmpty();
    assertThat(check().operations()).isEqualTo(2);
  }

  @Test
  void acceptsALostAnswerThatARetryReplays() {
    call(FIRST, 0, 10, unknown());
    call(FIRST, 11, 20, done("o1"));
    effect(FIRST, "o1", -2, -20);

    assertThat(check().differences()).isEmpty();
  }

  @Test
  void acceptsAnUnknownAnswerWithAndWithoutEffect() {
    call(FIRST, 0, 10, unknown());
    call(SECOND, 0, 10, unknown());
    effect(SECOND, "o2", -1, -5);

    assertThat(check().differences()).isEmpty();
  }

  @Test
  void acceptsAnOrderThatTookEffectAfterItsRetryWasRefused() {
    call(FIRST, 0, 10, unknown());
    call(FIRST, 11, 20, refused(STOCK, 3, 4));
    effect(FIRST, "o1", -3, -20);

    assertThat(check().differences()).isEmpty();
  }

  @Test
  void acceptsTheReplayOfAnEarlierOrder() {
    call(FIRST, 0, 10, done("o1"));
    effects.add(new RecordedEffect(Optional.of(FIRST), "o1", true, Map.of(STOCK, -3L)));

    assertThat(check().differences()).isEmpty();
  }

  @Test
  void missesAnOrderThatWasAnswered() {
    call(FIRST, 0, 10, done("o1"));

    assertThat(check().differences()).singleElement().asString().contains("without effect");
  }

  @Test
  void findsTwoOrdersOfOneKey() {
    call(FIRST, 0, 10, done("o1"));
    effect(FIRST, "o1", -1, -10);
    effect(FIRST, "o2", -1, -10);

    assertThat(check().differences()).singleElement().asString().contains("more than one effect");
  }

  @Test
  void findsAnotherAnswerToAReplay() {
    call(FIRST, 0, 10, done("o1"));
    call(FIRST, 11, 20, done("o7"));
    effect(FIRST, "o1", -1, -10);

    assertThat(check().differences())
        .anyMatch(text -> text.startsWith("different answers"))
        .anyMatch(text -> text.startsWith("answered, but without effect"));
  }

  @Test
  void findsARefusalAfterTheOrderWasConfirmed() {
    call(FIRST, 0, 10, done("o1"));
    call(FIRST, 11, 20, new CallAnswer.Refused("cart-already-ordered", List.of()));
    effect(FIRST, "o1", -1, -10);

    assertThat(check().differences()).singleElement().asString().contains("refused after");
  }

  @Test
  void findsARefusedOrderThatExists() {
    call(FIRST, 0, 10, new CallAnswer.Refused("total-changed", List.of()));
    effect(FIRST, "o1", -1, -10);

    assertThat(check().differences()).first().asString().contains("refused, but");
  }

  @Test
  void findsOrdersThatNobodyRequested() {
    effects.add(new RecordedEffect(Optional.empty(), "o1", false, Map.of()));
    effects.add(new RecordedEffect(Optional.of(FIRST), "o2", false, Map.of()));

    assertThat(check().differences())
        .hasSize(2)
        .allMatch(text -> text.startsWith("effect that nobody requested"));
  }

  @Test
  void findsARefusalWhileTheStockWasThereAllTheTime() {
    call(FIRST, 0, 10, refused(STOCK, 1, 2));
    call(SECOND, 20, 30, done("o2"));
    effect(SECOND, "o2", -2, -10);

    assertThat(check().differences())
        .singleElement()
        .asString()
        .startsWith(STOCK)
        .contains("found 1, which no order of events explains");
  }

  @Test
  void findsARefusalThatContradictsItself() {
    call(FIRST, 0, 10, refused(STOCK, 3, 3));

    assertThat(check().differences()).singleElement().asString().contains("although");
  }

  @Test
  void findsMoreSoldThanThereWas() {
    call(FIRST, 0, 10, done("o1"));
    call(SECOND, 0, 10, done("o2"));
    effect(FIRST, "o1", -2, -10);
    effect(SECOND, "o2", -2, -10);

    assertThat(check().differences()).singleElement().asString().startsWith(STOCK);
  }

  @Test
  void findsAnOrderOfWhichHalfIsThere() {
    call(FIRST, 0, 10, unknown());
    effect(FIRST, "o1", -1, -10);
    after.put(WALLET, before.get(WALLET));

    assertThat(check().differences())
        .singleElement()
        .asString()
        .startsWith(WALLET + " does not add up");
  }

  @Test
  void findsAnOrderThatTookEffectAfterItsAnswer() {
    call(FIRST, 0, 10, done("o1"));
    call(SECOND, 20, 30, refused(STOCK, 3, 4));
    effect(FIRST, "o1", -2, -10);

    assertThat(check().differences()).singleElement().asString().contains("found 3");
  }

  @Test
  void acceptsHistoriesOfAShopThatDoesOneThingAfterTheOther() {
    int operations = 0;
    for (int seed = 0; seed < 1_500; seed++) {
      HistoryReport report = new SequentialShop(seed).run(20 + seed % 60, 2 + seed % 15).check();
      operations += report.operations();

      assertThat(report.differences()).as("seed %d", seed).isEmpty();
      assertThat(report.undecided()).as("seed %d", seed).isEmpty();
    }
    assertThat(operations).isGreaterThan(50_000);
  }

  @ParameterizedTest
  @EnumSource(Anomaly.class)
  void refusesHistoriesWithOneAnomaly(Anomaly anomaly) {
    for (int seed = 0; seed < 150; seed++) {
      SequentialShop shop = new SequentialShop(seed).run(40, 2 + seed % 12);
      anomaly.inject(shop, new Random(seed));

      assertThat(shop.check().differences()).as("%s, seed %d", anomaly, seed).isNotEmpty();
    }
  }

  /** What one fault of a shop does to a history that was good. */
  private enum Anomaly {
    LOST_EFFECT((shop, random) -> shop.effects.remove(random.nextInt(shop.effects.size()))),
    EFFECT_TWICE(
        (shop, random) -> {
          RecordedEffect one = any(shop.effects, random);
          shop.effects.add(
              new RecordedEffect(one.request(), one.id() + " again", false, one.changes()));
          one.changes().forEach((counter, change) -> shop.now.merge(counter, change, Long::sum));
        }),
    HALF_AN_EFFECT(
        (shop, random) -> {
          RecordedEffect one = any(shop.effects, random);
          String counter = one.changes().keySet().iterator().next();
          shop.now.merge(counter, -one.changes().get(counter), Long::sum);
        }),
    NOBODYS_EFFECT(
        (shop, random) -> {
          RecordedEffect one = any(shop.effects, random);
          shop.effects.add(new RecordedEffect(Optional.empty(), "x", false, one.changes()));
        }),
    ANOTHER_ANSWER(
        (shop, random) -> {
          RecordedCall one = done(shop, random);
          shop.calls.add(
              new RecordedCall(
                  one.request(),
                  one.endNanos() + 1,
                  one.endNanos() + 2,
                  new CallAnswer.Done("another", Map.of())));
        }),
    REFUSED_REPLAY(
        (shop, random) -> {
          RecordedCall one = done(shop, random);
          shop.calls.add(
              new RecordedCall(
                  one.request(),
                  one.endNanos() + 1,
                  one.endNanos() + 2,
                  new CallAnswer.Refused("insufficient", List.of())));
        }),
    REFUSED_ALTHOUGH_THERE_WAS_ENOUGH(
        (shop, random) -> {
          long end = end(shop);
          long seen = shop.now.get("stock a") + 1 + random.nextInt(3);
          refuse(shop, end + 1, end + 2, seen);
        }),
    REFUSED_BY_A_VALUE_THAT_NEVER_WAS((shop, random) -> refuse(shop, 0, end(shop), 1_000_000)),
    OVERSOLD(
        (shop, random) -> {
          long end = end(shop);
          RequestIdentity request = new RequestIdentity("order", "late", "late");
          long change = -(shop.now.get("stock a") + 1);
          Map<String, Long> changes = Map.of("stock a", change);
          shop.calls.add(
              new RecordedCall(request, end + 1, end + 2, new CallAnswer.Done("late", Map.of())));
          shop.effects.add(new RecordedEffect(Optional.of(request), "late", false, changes));
          shop.now.merge("stock a", change, Long::sum);
        });

    private final BiConsumer<SequentialShop, Random> injection;

    Anomaly(BiConsumer<SequentialShop, Random> injection) {
      this.injection = injection;
    }

    void inject(SequentialShop shop, Random random) {
      injection.accept(shop, random);
    }

    private static <T> T any(List<T> list, Random random) {
      return list.get(random.nextInt(list.size()));
    }

    private static RecordedCall done(SequentialShop shop, Random random) {
      return any(
          shop.calls.stream().filter(call -> call.answer() instanceof CallAnswer.Done).toList(),
          random);
    }

    private static long end(SequentialShop shop) {
      return shop.calls.stream().mapToLong(RecordedCall::endNanos).max().orElseThrow();
    }

    private static void refuse(SequentialShop shop, long begin, long end, long seen) {
      CounterReading reading = new CounterReading("stock a", seen, seen + 1);
      shop.calls.add(
          new RecordedCall(
              new RequestIdentity("order", "late", "late"),
              begin,
              end,
              new CallAnswer.Refused("insufficient", List.of(reading))));
    }
  }

  private void call(RequestIdentity request, long begin, long end, CallAnswer answer) {
    calls.add(new RecordedCall(request, begin, end, answer));
  }

  private void effect(RequestIdentity request, String id, long units, long cents) {
    effects.add(
        new RecordedEffect(Optional.of(request), id, false, Map.of(STOCK, units, WALLET, cents)));
    after.merge(STOCK, units, Long::sum);
    after.merge(WALLET, cents, Long::sum);
  }

  private static CallAnswer done(String id) {
    return new CallAnswer.Done(id, Map.of());
  }

  private static CallAnswer unknown() {
    return new CallAnswer.Unknown(503, "outcome-unknown");
  }

  private static CallAnswer refused(String counter, long found, long wanted) {
    return new CallAnswer.Refused(
        "insufficient-stock", List.of(new CounterReading(counter, found, wanted)));
  }

  private HistoryReport check() {
    return HistoryCheck.of(calls, new FinalState(effects, before, after));
  }
}
