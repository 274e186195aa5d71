package org.orderly.tests.drill.payments;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.orderly.tests.drill.Account;
import org.orderly.tests.drill.Goods;
import org.orderly.tests.drill.Patience;
import org.orderly.tests.drill.Site;
import org.orderly.tests.drill.Till;
import org.orderly.tests.drill.Undone;
import org.orderly.tests.load.ShopClient;

/** Where rounds are played: a small crowd, and all that looks at what is left. */
final class Ground {
  private static final int ERRANDS = 12;
  private static final long RICH = 1_000_000;

  /** Long enough to be caught at a step, shorter than the shop's patience with a gateway. */
  private static final long LATENCY_MILLIS = 400;

  private static final long AWAY_MILLIS = 2_000;
  private static final long STOPPED_MILLIS = 8_000;
  private static final Duration AIMING = Duration.ofSeconds(6);
  private static final Duration COMING_UP = Duration.ofMinutes(5);

  /** Well before a token's quarter of an hour is over, however long a round takes. */
  private static final Duration TOKENS = Duration.ofMinutes(5);

  private final Site site;
  private final Till till;
  private final GatewayBooks gateway;
  private final Rest rest;
  private final Account buyer;
  private final Purse purse;
  private final Account admin;
  private Instant signedIn = Instant.now();

  Ground(Site site) throws Exception {
    this.site = site;
    this.till = site.till();
    this.gateway = new GatewayBooks(site.folder());
    this.rest = new Rest(site);
    site.awaitReady();
    ShopClient shop = site.shop();
    Goods goods = Goods.list(shop, site.signInAdmin());
    this.buyer = Account.open(shop, "buyer", RICH);
    this.admin = Account.of(site.machine().admin().email(), site.machine().admin().password());
    admin.renew(shop);
    this.purse = new Purse(buyer, admin, goods.ids().get(0));
  }

  /** Business, loss, and a proof of what is left. */
  Round play(Loss loss, Step step) throws Exception {
    renewTokens();
    List<Errand> errands = errands(step);
    gateway.latency(LATENCY_MILLIS);
    List<String> differences = new ArrayList<>();
    long underWay = 0;
    Instant back = Instant.now();
    try (Crowd crowd = new Crowd(till, errands)) {
      Crowd.Shoppers shoppers = crowd.shoppers(purse::walletOrder);
      underWay = aim(step);
      lose(loss);
      back = Instant.now();
      site.awaitReady();
      crowd.awaitAll();
      int walletOrders = shoppers.stop();
      rest.await();
      Duration healed = Duration.between(back, Instant.now());
      gateway.latency(0);
      crowd.repeatAll();
      rest.await();
      differences.addAll(
          new Agreement(site, gateway)
              .withTheGateway()
              .withTheClients(step, errands)
              .withItself(admin.token())
              .differences());
      return round(loss, step, errands, underWay, walletOrders, healed, differences);
    } catch (Undone e) {
      differences.add(e.getMessage());
      return round(
          loss, step, errands, underWay, 0, Duration.between(back, Instant.now()), differences);
    }
  }

  private static Round round(
      Loss loss,
      Step step,
      List<Errand> errands,
      long underWay,
      int walletOrders,
      Duration healed,
      List<String> differences) {
    return new Round(
        loss,
        step,
        errands.size(),
        (int) errands.stream().filter(Errand::isDone).count(),
        errands.stream().mapToInt(Errand::attempts).sum(),
        underWay,
        walletOrders,
        healed,
        List.copyOf(differences));
  }

  private List<Errand> errands(Step step) throws InterruptedException {
    return switch (step) {
      case CHECKOUT, CAPTURE ->
          IntStream.range(0, ERRANDS).mapToObj(i -> purse.cardOrder()).toList();
      case WITHDRAW -> IntStream.range(0, ERRANDS).mapToObj(i -> purse.payout()).toList();
      case REFUND -> {
        List<Errand> orders = IntStream.range(0, ERRANDS).mapToObj(i -> purse.cardOrder()).toList();
        for (Errand order : orders) {
          order.run(till);
        }
        rest.await();
        yield purse.refunds(orders);
      }
    };
  }

  /** Waits, not for long, until something is at the step; by chance it would rarely be. */
  private long aim(Step step) throws InterruptedException {
    long[] seen = new long[1];
    try {
      Patience.await(
          AIMING,
          step.title() + " under way",
          () -> (seen[0] = site.count("payment", step.underWay())) > 0);
    } catch (Undone e) {
      // the round tells that nothing was under way
    }
    return seen[0];
  }

  private void lose(Loss loss) throws InterruptedException {
    if (loss.isKill()) {
      site.machine().crash(loss.part());
      TimeUnit.MILLISECONDS.sleep(AWAY_MILLIS);
      Patience.await(
          COMING_UP,
          loss.part().title() + " to start",
          () -> {
            site.machine().start(loss.part());
            return true;
          });
    } else {
      site.machine().pause(loss.part());
      try {
        TimeUnit.MILLISECONDS.sleep(STOPPED_MILLIS);
      } finally {
        site.machine().resume(loss.part());
      }
    }
  }

  /** The admin's in each round, since rounds and their proofs may take long. */
  private void renewTokens() {
    admin.renew(site.shop());
    if (Duration.between(signedIn, Instant.now()).compareTo(TOKENS) > 0) {
      buyer.renew(site.shop());
      signedIn = Instant.now();
    }
  }
}
