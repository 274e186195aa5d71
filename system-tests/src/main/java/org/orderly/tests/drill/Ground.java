package org.orderly.tests.drill;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.orderly.tests.load.ShopClient;

/** Where rounds are played: products and buyers that stay, and all that looks at them. */
final class Ground {
  private static final long RICH = 9_000_000;
  private static final long POOR = 60;
  private static final long AFTER_MILLIS = 500;
  private static final Duration CART_BACK = Duration.ofSeconds(30);

  /** Well before a token's quarter of an hour is over, however long a round takes. */
  private static final Duration TOKENS = Duration.ofMinutes(6);

  private final Site site;
  private final long seed;
  private final Goods goods;
  private final List<Account> accounts;
  private final Account keeper;
  private final List<Buyer> buyers;
  private final Load load;
  private final Tap tap;
  private final Aftermath aftermath;
  private final Till till;
  private Instant signedIn = Instant.now();

  Ground(Site site, int clients, long seed) throws Exception {
    this.site = site;
    this.seed = seed;
    ShopClient shop = site.shop();
    this.goods = Goods.list(shop, site.signInAdmin());
    this.till = site.till();
    this.buyers =
        IntStream.range(0, clients)
            .mapToObj(
                n ->
                    new Buyer(
                        n,
                        till,
                        goods,
                        Account.open(shop, "rich-" + n, RICH),
                        Account.open(shop, "poor-" + n, POOR),
                        seed))
            .toList();
    this.accounts = buyers.stream().flatMap(buyer -> buyer.accounts().stream()).toList();
    this.keeper = Account.open(shop, "keeper", 0);
    this.load = new Load(buyers);
    this.tap = new Tap(site);
    this.aftermath = new Aftermath(site);
    site.awaitReady();
    aftermath.settle(OffsetDateTime.now(ZoneOffset.UTC));
    tap.open();
  }

  /** Load, loss, and a proof of what is left; a failure leaves evidence. */
  Round play(RoundPlan plan) throws Exception {
    renewTokens();
    Instant begin = Instant.now();
    OffsetDateTime since = begin.atOffset(ZoneOffset.UTC);
    fillCart(plan.number());
    Striker striker = new Striker(site);
    List<Wish> wishes = new ArrayList<>();
    List<String> differences = new ArrayList<>();
    Doubts doubts = new Doubts();
    int orders = 0;
    try {
      wishes.addAll(loadDuring(plan, striker));
      aftermath.settle(since);
      doubts = aftermath.doubts();
      Proof proof = new Proof(site, tap, since, wishes);
      differences.addAll(proof.andTotals(goods, accounts).differences());
      orders = proof.orders();
      checkCart(plan.number());
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      // an answer that did not come is as much a failure as a wrong one
      differences.add(e instanceof Undone ? e.getMessage() : e.toString());
    }
    Duration took = Duration.between(begin, Instant.now());
    int refused = (int) wishes.stream().filter(wish -> !wish.isPlaced()).count();
    Round round = new Round(plan, orders, refused, doubts, took, List.copyOf(differences));
    if (!round.isProven()) {
      keepEvidence(round, striker, wishes, since);
    }
    emptyMailbox();
    return round;
  }

  private List<Wish> loadDuring(RoundPlan plan, Striker striker) throws InterruptedException {
    load.open();
    try {
      load.awaitBusiness();
      striker.strike(plan);
      site.awaitReady();
      TimeUnit.MILLISECONDS.sleep(AFTER_MILLIS);
    } finally {
      load.shut();
    }
    return load.close();
  }

  private void renewTokens() {
    if (Duration.between(signedIn, Instant.now()).compareTo(TOKENS) > 0) {
      ShopClient shop = site.shop();
      accounts.forEach(account -> account.renew(shop));
      keeper.renew(shop);
      signedIn = Instant.now();
    }
  }

  private String keptLine() {
    return "cart/items/" + goods.ids().get(0);
  }

  private void fillCart(int quantity) throws Exception {
    Map<String, Integer> line = Map.of("quantity", quantity);
    Patience.await(
        CART_BACK,
        "a cart that can be filled",
        () -> till.send(0, "PUT", keptLine(), keeper.token(), null, line).isDone());
  }

  /** What was in a cart for more than a second survives Redis' death. */
  private void checkCart(int quantity) throws InterruptedException {
    Patience.await(
        CART_BACK,
        "the cart as it was filled",
        () -> {
          Till.Reply cart = till.send(0, "GET", "cart", keeper.token(), null, null);
          return cart.isDone()
              && cart.body().path("items").path(0).path("quantity").asInt() == quantity;
        });
  }

  private void keepEvidence(Round round, Striker striker, List<Wish> wishes, OffsetDateTime since)
      throws Exception {
    List<String> lines = new ArrayList<>();
    lines.add(
        "seed " + seed + ", " + site.instances() + " instance(s), " + buyers.size() + " clients");
    lines.add(round.toString());
    lines.add("begun " + since);
    lines.addAll(striker.story());
    new Evidence(site, round.plan().number()).keep(lines, round.differences(), wishes, since);
  }

  private void emptyMailbox() throws Exception {
    try (Stream<Path> mails = Files.list(site.machine().mailboxFolder())) {
      for (Path mail : mails.filter(file -> file.toString().endsWith(".eml")).toList()) {
        Files.delete(mail);
      }
    }
  }
}
