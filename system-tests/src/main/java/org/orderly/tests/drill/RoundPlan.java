package org.orderly.tests.drill;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.orderly.tests.drill.InjectedFault.Kind;

/**
 * What goes wrong in one round; the same for the same seed and number.
 *
 * @param name the kind of the round, by which rounds are summed up
 */
record RoundPlan(int number, String name, List<InjectedFault> blows) {
  static final String TWO = "two at once";
  static final String EVERYTHING = "everything";

  private static final int TWOS = 5;

  /** Rounds come in shuffled decks, so that few of them show all kinds. */
  static RoundPlan of(long seed, int number, int instances) {
    return of(List.of(Kind.values()), seed, number, instances);
  }

  /** The same without killing a server. */
  static RoundPlan alive(long seed, int number, int instances) {
    List<Kind> kinds = Stream.of(Kind.values()).filter(kind -> !kind.killsAnInstance()).toList();
    return of(kinds, seed, number, instances);
  }

  private static RoundPlan of(List<Kind> kinds, long seed, int number, int instances) {
    List<String> deck = new ArrayList<>();
    kinds.forEach(kind -> deck.add(kind.name()));
    deck.addAll(Collections.nCopies(TWOS, TWO));
    if (kinds.size() == Kind.values().length) {
      deck.add(EVERYTHING);
    }
    Collections.shuffle(deck, new Random(seed * 31 + (number - 1) / deck.size()));
    Random random = new Random(seed * 1_000_003 + number);
    return of(deck.get((number - 1) % deck.size()), kinds, number, instances, random);
  }

  /** The plan of a round of one kind. */
  static RoundPlan of(Kind kind, long seed, int number, int instances) {
    return of(kind.name(), List.of(kind), number, instances, new Random(seed * 1_000_003 + number));
  }

  /** The plan of a round of these two at the same moment. */
  static RoundPlan two(Kind first, Kind second, long seed, int number, int instances) {
    Random random = new Random(seed * 1_000_003 + number);
    long moment = Math.max(moment(first, random), moment(second, random));
    return new RoundPlan(
        number,
        TWO,
        List.of(blow(first, instances, moment, random), blow(second, instances, moment, random)));
  }

  private static RoundPlan of(
      String card, List<Kind> kinds, int number, int instances, Random random) {
    return switch (card) {
      case TWO -> new RoundPlan(number, TWO, two(kinds, instances, random));
      case EVERYTHING -> new RoundPlan(number, EVERYTHING, everything(instances, random));
      default -> {
        Kind kind = Kind.valueOf(card);
        yield new RoundPlan(
            number, kind.title(), List.of(blow(kind, instances, moment(kind, random), random)));
      }
    };
  }

  private static List<InjectedFault> two(List<Kind> kinds, int instances, Random random) {
    Kind first = any(kinds, random);
    Kind second = any(kinds, random);
    while (second == first || first.isAboutAnInstance() && second.isAboutAnInstance()) {
      second = any(kinds, random);
    }
    long moment = Math.max(moment(first, random), moment(second, random));
    long apart = random.nextBoolean() ? 0 : random.nextInt(800);
    return List.of(
        blow(first, instances, moment, random), blow(second, instances, moment + apart, random));
  }

  private static List<InjectedFault> everything(int instances, Random random) {
    long moment = moment(Kind.REDIS, random);
    boolean aimed = random.nextBoolean();
    List<InjectedFault> blows = new ArrayList<>();
    for (Kind kind :
        List.of(
            Kind.ORDERING, Kind.INVENTORY, Kind.PAYMENT, Kind.BROKER, Kind.REDIS, Kind.GATEWAY)) {
      blows.add(new InjectedFault(kind, 0, aimed, moment, random.nextInt(3000)));
    }
    for (int instance = 1; instance <= instances; instance++) {
      blows.add(new InjectedFault(Kind.INSTANCE, instance, aimed, moment, random.nextInt(3000)));
    }
    return blows;
  }

  private static Kind any(List<Kind> kinds, Random random) {
    return kinds.get(random.nextInt(kinds.size()));
  }

  /** What Redis was told must be a second old before it must survive. */
  private static long moment(Kind kind, Random random) {
    return (kind == Kind.REDIS ? 1500 : 600) + random.nextInt(2000);
  }

  private static InjectedFault blow(Kind kind, int instances, long moment, Random random) {
    int instance = kind.isAboutAnInstance() ? 1 + random.nextInt(instances) : 0;
    return new InjectedFault(kind, instance, random.nextBoolean(), moment, duration(kind, random));
  }

  /**
   * A short pause is longer than a resolver waits, a long one longer than a database keeps an idle
   * transaction.
   */
  private static long duration(Kind kind, Random random) {
    return switch (kind) {
      case PAUSE -> 5000 + random.nextInt(4000);
      case LONG_PAUSE -> 17_000 + random.nextInt(3000);
      case ORDERING, INVENTORY, PAYMENT ->
          random.nextInt(4) == 0 ? 4000 + random.nextInt(4000) : 200 + random.nextInt(2500);
      default -> random.nextInt(3000);
    };
  }

  @Override
  public String toString() {
    return blows.stream().map(InjectedFault::toString).collect(Collectors.joining(", "));
  }
}
