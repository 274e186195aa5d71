package org.orderly.tests.drill.payments;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.orderly.tests.drill.ConditionNotMet;
import org.orderly.tests.drill.DrillSite;
import org.orderly.tests.drill.Patience;
import org.orderly.tests.drill.customer.DrillAccount;
import org.orderly.tests.drill.customer.DrillProducts;
import org.orderly.tests.drill.customer.InstanceClient;
import org.orderly.tests.load.ShopClient;

/** The environment of the rounds: a small crowd, and all that looks at what is left. */
final class PaymentDrillEnvironment {
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

  private final DrillSite drillSite;
  private final InstanceClient instanceClient;
  private final GatewayRecords gateway;
  private final SettlementWait settlementWait;
  private final DrillAccount buyer;
  private final RequestAmounts requestAmounts;
  private final DrillAccount admin;
  private Instant signedIn = Instant.now();

  PaymentDrillEnvironment(DrillSite drillSite) throws Exception {
    this.drillSite = drillSite;
    this.instanceClient = drillSite.till();
    this.gateway = new GatewayRecords(drillSite.folder());
    this.settlementWait = new SettlementWait(drillSite);
    drillSite.awaitReady();
    ShopClient shop = drillSite.shop();
    DrillProducts drillProducts = DrillProducts.list(shop, drillSite.signInAdmin());
    this.buyer = DrillAccount.open(shop, "buyer", RICH);
    this.admin =
        DrillAccount.of(
            drillSite.machine().admin().email(), drillSite.machine().admin().password());
    admin.renew(shop);
    this.requestAmounts = new RequestAmounts(buyer, admin, drillProducts.ids().get(0));
  }

  /** Business, loss, and a proof of what is left. */
  PaymentDrillRound play(ComponentLoss componentLoss, PaymentDrillStep paymentDrillStep)
      throws Exception {
    renewTokens();
    List<RepeatedRequest> errands = errands(paymentDrillStep);
    gateway.latency(LATENCY_MILLIS);
    List<String> differences = new ArrayList<>();
    long underWay = 0;
    Instant back = Instant.now();
    try (ConcurrentClients concurrentClients = new ConcurrentClients(instanceClient, errands)) {
      ConcurrentClients.Shoppers shoppers = concurrentClients.shoppers(requestAmounts::walletOrder);
      underWay = aim(paymentDrillStep);
      lose(componentLoss);
      back = Instant.now();
      drillSite.awaitReady();
      concurrentClients.awaitAll();
      int walletOrders = shoppers.stop();
      settlementWait.await();
      Duration healed = Duration.between(back, Instant.now());
      gateway.latency(0);
      concurrentClients.repeatAll();
      settlementWait.await();
      differences.addAll(
          new PaymentVerification(drillSite, gateway)
              .withTheGateway()
              .withTheClients(paymentDrillStep, errands)
              .withItself(admin.token())
              .differences());
      return round(
          componentLoss, paymentDrillStep, errands, underWay, walletOrders, healed, differences);
    } catch (ConditionNotMet e) {
      differences.add(e.getMessage());
      return round(
          componentLoss,
          paymentDrillStep,
          errands,
          underWay,
          0,
          Duration.between(back, Instant.now()),
          differences);
    }
  }

  private static PaymentDrillRound round(
      ComponentLoss componentLoss,
      PaymentDrillStep paymentDrillStep,
      List<RepeatedRequest> errands,
      long underWay,
      int walletOrders,
      Duration healed,
      List<String> differences) {
    return new PaymentDrillRound(
        componentLoss,
        paymentDrillStep,
        errands.size(),
        (int) errands.stream().filter(RepeatedRequest::isDone).count(),
        errands.stream().mapToInt(RepeatedRequest::attempts).sum(),
        underWay,
        walletOrders,
        healed,
        List.copyOf(differences));
  }

  private List<RepeatedRequest> errands(PaymentDrillStep paymentDrillStep)
      throws InterruptedException {
    return switch (paymentDrillStep) {
      case CHECKOUT, CAPTURE ->
          IntStream.range(0, ERRANDS).mapToObj(i -> requestAmounts.cardOrder()).toList();
      case WITHDRAW -> IntStream.range(0, ERRANDS).mapToObj(i -> requestAmounts.payout()).toList();
      case REFUND -> {
        List<RepeatedRequest> orders =
            IntStream.range(0, ERRANDS).mapToObj(i -> requestAmounts.cardOrder()).toList();
        for (RepeatedRequest order : orders) {
          order.run(instanceClient);
        }
        settlementWait.await();
        yield requestAmounts.refunds(orders);
      }
    };
  }

  /** Waits, not for long, until something is at the step; by chance it would rarely be. */
  private long aim(PaymentDrillStep paymentDrillStep) throws InterruptedException {
    long[] seen = new long[1];
    try {
      Patience.await(
          AIMING,
          paymentDrillStep.title() + " under way",
          () -> (seen[0] = drillSite.count("payment", paymentDrillStep.underWay())) > 0);
    } catch (ConditionNotMet e) {
      // the round tells that nothing was under way
    }
    return seen[0];
  }

  private void lose(ComponentLoss componentLoss) throws InterruptedException {
    if (componentLoss.isKill()) {
      drillSite.machine().crash(componentLoss.part());
      TimeUnit.MILLISECONDS.sleep(AWAY_MILLIS);
      Patience.await(
          COMING_UP,
          componentLoss.part().title() + " to start",
          () -> {
            drillSite.machine().start(componentLoss.part());
            return true;
          });
    } else {
      drillSite.machine().pause(componentLoss.part());
      try {
        TimeUnit.MILLISECONDS.sleep(STOPPED_MILLIS);
      } finally {
        drillSite.machine().resume(componentLoss.part());
      }
    }
  }

  /** The admin's in each round, since rounds and their proofs may take long. */
  private void renewTokens() {
    admin.renew(drillSite.shop());
    if (Duration.between(signedIn, Instant.now()).compareTo(TOKENS) > 0) {
      buyer.renew(drillSite.shop());
      signedIn = Instant.now();
    }
  }
}
