package org.orderly.tests.bench.client;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Orders of random products, each with a fresh key. */
final class OrderSource implements RequestSource {

  private static final int CREATED = 201;
  private static final AtomicLong KEYS = new AtomicLong(System.nanoTime());

  private final OrderRequest request;
  private final List<UUID> products;
  private final Random random;

  OrderSource(LoadPlan plan, String token, Random random) {
    this.request =
        new OrderRequest(plan.shop().getAuthority(), token, plan.lines(), plan.payment());
    this.products = plan.targets().stream().map(UUID::fromString).toList();
    this.random = random;
  }

  @Override
  public byte[] next() {
    return request.of(KEYS.incrementAndGet(), choice());
  }

  private UUID[] choice() {
    return random
        .ints(0, products.size())
        .distinct()
        .limit(request.lines())
        .mapToObj(products::get)
        .toArray(UUID[]::new);
  }

  @Override
  public int success() {
    return CREATED;
  }
}
