package org.orderly.tests.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.orderly.tests.load.Crew;
import org.orderly.tests.load.ShopClient;

/** The customers of one shop, a client each, so that no two orders wait for one wallet. */
final class Clientele {

  private static final int AT_ONCE = 2;
  private static final Duration FRESH = Duration.ofMinutes(8);

  private final ShopClient shop;
  private final String password = UUID.randomUUID().toString();
  private List<Buyer> buyers = List.of();
  private Instant signedIn = Instant.MIN;

  Clientele(ShopClient shop) {
    this.shop = shop;
  }

  /** Registers them and gives each a million. */
  void admit(int number) {
    List<Integer> numbers = IntStream.range(0, number).boxed().toList();
    new Crew(AT_ONCE).work(numbers, this::admitOne);
    signIn(number);
  }

  private void admitOne(int number) {
    Map<String, Object> person =
        Map.of(
            "email",
            email(number),
            "password",
            password,
            "name",
            "Ben Marker",
            "acceptTerms",
            true);
    shop.post("auth/register", null, null, person);
    Map<String, String> million = Map.of("amount", "1000000.00", "currency", Goods.CURRENCY);
    String token = shop.login(email(number), password);
    shop.post("balance/deposit", token, "million", Map.of("amount", million));
  }

  /** Signed in so recently that their tokens last for a row. */
  List<Buyer> buyers() {
    if (Duration.between(signedIn, Instant.now()).compareTo(FRESH) > 0) {
      signIn(buyers.size());
    }
    return buyers;
  }

  private void signIn(int number) {
    List<Buyer> fresh = Collections.synchronizedList(new ArrayList<>());
    List<Integer> numbers = IntStream.range(0, number).boxed().toList();
    new Crew(AT_ONCE)
        .work(numbers, n -> fresh.add(new Buyer(email(n), shop.login(email(n), password))));
    buyers = List.copyOf(fresh);
    signedIn = Instant.now();
  }

  private static String email(int number) {
    return "buyer-" + number + "@bench.example";
  }
}
