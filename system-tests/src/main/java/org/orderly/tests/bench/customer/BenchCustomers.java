package org.orderly.tests.bench.customer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.orderly.tests.load.ShopClient;
import org.orderly.tests.load.WorkerPool;

/** The customers of one shop, a client each, so that no two orders wait for one wallet. */
public final class BenchCustomers {

  private static final int AT_ONCE = 2;
  private static final Duration FRESH = Duration.ofMinutes(8);

  private final ShopClient shop;
  private final String password = UUID.randomUUID().toString();
  private List<BenchCustomer> buyers = List.of();
  private Instant signedIn = Instant.MIN;

  public BenchCustomers(ShopClient shop) {
    this.shop = shop;
  }

  /** Registers them and gives each a million. */
  public void admit(int number) {
    List<Integer> numbers = IntStream.range(0, number).boxed().toList();
    new WorkerPool(AT_ONCE).work(numbers, this::admitOne);
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
    Map<String, String> million =
        Map.of("amount", "1000000.00", "currency", BenchProducts.CURRENCY);
    String token = shop.login(email(number), password);
    shop.post("balance/deposit", token, "million", Map.of("amount", million));
  }

  /** Puts these products into everybody's cart. */
  public void fillCarts(List<String> products) {
    new WorkerPool(AT_ONCE)
        .work(
            buyers,
            buyer ->
                products.forEach(
                    product ->
                        shop.post(
                            "cart/items",
                            buyer.token(),
                            null,
                            Map.of("productId", product, "quantity", 1))));
  }

  /** Signed in so recently that their tokens last for a row. */
  public List<BenchCustomer> buyers() {
    if (Duration.between(signedIn, Instant.now()).compareTo(FRESH) > 0) {
      signIn(buyers.size());
    }
    return buyers;
  }

  private void signIn(int number) {
    List<BenchCustomer> fresh = Collections.synchronizedList(new ArrayList<>());
    List<Integer> numbers = IntStream.range(0, number).boxed().toList();
    new WorkerPool(AT_ONCE)
        .work(numbers, n -> fresh.add(new BenchCustomer(email(n), shop.login(email(n), password))));
    buyers = List.copyOf(fresh);
    signedIn = Instant.now();
  }

  private static String email(int number) {
    return "buyer-" + number + "@bench.example";
  }
}
