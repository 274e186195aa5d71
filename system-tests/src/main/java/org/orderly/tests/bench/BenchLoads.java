package org.orderly.tests.bench;

import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.orderly.tests.bench.client.LoadPlan;
import org.orderly.tests.bench.client.PaymentMode;
import org.orderly.tests.bench.customer.BenchProducts;

/**
 * The load plan of each scenario.
 *
 * @param payment of the scenarios that do not say how they are paid
 */
record BenchLoads(URI shop, BenchProducts products, PaymentMode payment) {

  private static final int LINES = 2;
  private static final int READ = 100;

  /** With a token for each client. */
  LoadPlan of(Scenario scenario, List<String> tokens) {
    return switch (scenario) {
      case SPREAD, OPEN -> LoadPlan.orders(shop, tokens, products.plenty(), LINES, payment);
      case CARD -> LoadPlan.orders(shop, tokens, products.plenty(), LINES, PaymentMode.CARD);
      case HOT -> LoadPlan.orders(shop, tokens, products.plenty().subList(0, 1), 1, payment);
      case SOLD_OUT -> LoadPlan.orders(shop, tokens, List.of(products.soldOut()), 1, payment);
      case BARE -> reads(strangers(tokens), List.of(BareDeployment.PATH));
      case SHOP -> reads(strangers(tokens), List.of("/api/v1/shop"));
      case LIST -> reads(strangers(tokens), List.of("/api/v1/products"));
      case SEARCH -> reads(strangers(tokens), words());
      case DETAIL -> reads(strangers(tokens), details());
      case CART -> reads(tokens, List.of("/api/v1/cart"));
      case ME -> reads(tokens, List.of("/api/v1/users/me"));
    };
  }

  private LoadPlan reads(List<String> tokens, List<String> paths) {
    return LoadPlan.reads(shop, tokens, paths);
  }

  /** Who has not signed in sends no token. */
  private static List<String> strangers(List<String> tokens) {
    return tokens.stream().map(token -> "").toList();
  }

  private static List<String> words() {
    return IntStream.range(0, READ).mapToObj(i -> "/api/v1/products?q=Bench%20" + i).toList();
  }

  private List<String> details() {
    return products.plenty().stream().limit(READ).map(id -> "/api/v1/products/" + id).toList();
  }
}
