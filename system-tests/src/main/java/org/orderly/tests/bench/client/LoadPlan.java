package org.orderly.tests.bench.client;

import java.net.URI;
import java.util.List;

/**
 * What the client is to do: closed load, where each client sends its next request after the answer
 * to the last one, or open load, where requests come at a fixed rate however long answers take.
 *
 * @param tokens of the clients, one each; in open load it says how many requests can be under way
 * @param targets the ids of the products to order, or the paths to get
 * @param lines of an order: how many different products it has; 0 for paths to get
 * @param perSecond the rate of open load; 0 for closed load
 * @param millis for which requests are sent
 */
public record LoadPlan(
    URI shop,
    List<String> tokens,
    List<String> targets,
    int lines,
    PaymentMode payment,
    int perSecond,
    long millis,
    long seed) {

  /** Orders of so many different products, one client after its own last answer. */
  public static LoadPlan orders(
      URI shop, List<String> tokens, List<String> products, int lines, PaymentMode payment) {
    return new LoadPlan(shop, tokens, products, lines, payment, 0, 0, 0);
  }

  /** Reads one of these paths at a time. */
  public static LoadPlan reads(URI shop, List<String> tokens, List<String> paths) {
    return new LoadPlan(shop, tokens, paths, 0, PaymentMode.WALLET, 0, 0, 0);
  }

  public LoadPlan lasting(long duration, long withSeed) {
    return new LoadPlan(shop, tokens, targets, lines, payment, perSecond, duration, withSeed);
  }

  public LoadPlan atRate(int requestsPerSecond) {
    return new LoadPlan(shop, tokens, targets, lines, payment, requestsPerSecond, millis, seed);
  }
}
