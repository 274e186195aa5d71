package org.orderly.tests.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.orderly.tests.load.ShopClient;

/** A shop that is measured: open, filled and warm. */
final class Subject implements AutoCloseable {

  private static final int LINES = 2;
  private static final Duration DRAINING = Duration.ofMinutes(3);
  private static final Duration WARMING = Duration.ofSeconds(5);
  private static final int MOST_WARMINGS = 24;
  private static final long ENOUGH_TO_COMPILE = 4_000;
  private static final int WARMERS = 8;

  private final Shop shop;
  private final ShopClient client;
  private final Clientele clientele;
  private final StatementCounts statements;
  private final Options options;
  private List<UUID> products;
  private Backlog backlog;

  private Subject(Shop shop, Options options) {
    this.shop = shop;
    this.client = new ShopClient(shop.url());
    this.clientele = new Clientele(client);
    this.statements = new StatementCounts(shop);
    this.options = options;
  }

  static Subject launch(String name, Path distribution, Path folder, Options options) {
    Shop shop = Shop.launch(name, distribution, folder, options.payment());
    try {
      return new Subject(shop, options);
    } catch (RuntimeException | Error e) {
      shop.close();
      throw e;
    }
  }

  /** Fills it; returns when it is as fast as it gets, or has had time enough. */
  void prepare(int buyers) throws SQLException {
    shop.awaitReady();
    statements.load();
    shop.awaitReady();
    backlog = new Backlog(shop, options.payment());
    products = Goods.list(client, admin());
    clientele.admit(Math.max(buyers, WARMERS));
    warm();
    backlog.await(DRAINING);
  }

  /** Until the server has compiled what it runs and gets no faster, or has had two minutes. */
  private void warm() {
    long best = 0;
    long all = 0;
    for (int i = 0; i < MOST_WARMINGS; i++) {
      long placed = load(false).run(buyers(WARMERS), WARMING).placed();
      all += placed;
      if (all > ENOUGH_TO_COMPILE && placed * 20 < best * 21) {
        return;
      }
      best = Math.max(best, placed);
    }
  }

  private Load load(boolean hot) {
    return hot
        ? new Load(shop.url(), products.subList(0, 1), 1, options)
        : new Load(shop.url(), products, LINES, options);
  }

  private List<Buyer> buyers(int number) {
    return clientele.buyers().subList(0, number);
  }

  /** One row, measured until nothing is left to do that follows from its orders. */
  Row measure(int clients, boolean hot, Duration time) throws SQLException {
    List<Buyer> buyers = buyers(clients);
    Usage before = Usage.of(shop);
    Load.Outcome outcome = load(hot).run(buyers, time);
    Backlog.Time rest = backlog.await(DRAINING);
    return new Row(outcome, Usage.of(shop).minus(before), rest);
  }

  /** The same once more with everything counted that the databases are asked. */
  Counted count(int clients, Duration time) throws SQLException {
    List<Buyer> buyers = buyers(clients);
    statements.settle();
    List<StatementCounts.Count> before = statements.counts();
    Usage used = Usage.of(shop);
    statements.begin();
    Load.Outcome outcome = load(false).run(buyers, time);
    backlog.await(DRAINING);
    statements.end();
    Usage after = Usage.of(shop).minus(used);
    statements.settle();
    return new Counted(
        outcome.placed(), before, statements.counts(), statements.lines(outcome.placed()), after);
  }

  /** Whether the shop proves its own books; tells which checks it fails. */
  List<String> broken() {
    JsonNode books = client.get("admin/invariants", admin());
    List<String> broken = new java.util.ArrayList<>();
    books
        .get("checks")
        .forEach(
            check -> {
              if (!check.get("ok").asBoolean()) {
                broken.add(check.toString());
              }
            });
    if (broken.isEmpty() && (!books.get("ok").asBoolean() || books.get("checks").isEmpty())) {
      broken.add("the shop does not say that its books are right");
    }
    return broken;
  }

  private String admin() {
    List<String> credentials = shop.adminCredentials();
    return client.login(credentials.get(0).strip(), credentials.get(1).strip());
  }

  Shop shop() {
    return shop;
  }

  @Override
  public void close() {
    try {
      if (backlog != null) {
        backlog.close();
      }
    } catch (SQLException e) {
      // the database may have gone first
    } finally {
      shop.close();
    }
  }
}
