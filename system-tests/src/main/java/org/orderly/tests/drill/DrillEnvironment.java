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
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.orderly.tests.drill.customer.DrillAccount;
import org.orderly.tests.drill.customer.DrillAccounts;
import org.orderly.tests.drill.customer.DrillCustomer;
import org.orderly.tests.drill.customer.DrillLoad;
import org.orderly.tests.drill.customer.DrillProducts;
import org.orderly.tests.drill.customer.InstanceClient;
import org.orderly.tests.drill.customer.OrderAttempt;
import org.orderly.tests.drill.customer.RecordingClient;
import org.orderly.tests.drill.history.CallHistory;
import org.orderly.tests.drill.history.HistoryReport;
import org.orderly.tests.drill.history.RecordedCall;
import org.orderly.tests.load.ShopClient;

/** The environment of the rounds: products and buyers that stay, and all that looks at them. */
final class DrillEnvironment {
  private static final long RICH = 9_000_000;
  private static final long POOR = 60;
  private static final long SHARED = 200;
  private static final int CALLS_MAX = 500_000;
  private static final long AFTER_MILLIS = 500;
  private static final Duration CART_BACK = Duration.ofSeconds(30);

  /** Well before a token's quarter of an hour is over, however long a round takes. */
  private static final Duration TOKENS = Duration.ofMinutes(6);

  private final DrillSite drillSite;
  private final long seed;
  private final DrillProducts drillProducts;
  private final List<DrillAccount> accounts;
  private final DrillAccount keeper;
  private final List<DrillCustomer> buyers;
  private final DrillAccount admin;
  private final CallHistory calls = new CallHistory(CALLS_MAX);
  private final HistoryVerification history;
  private final DrillLoad drillLoad;
  private final DrillSubscription drillSubscription;
  private final RecoveryWait recoveryWait;
  private final InstanceClient instanceClient;
  private Instant signedIn = Instant.now();

  DrillEnvironment(DrillSite drillSite, int clients, long seed) throws Exception {
    this.drillSite = drillSite;
    this.seed = seed;
    ShopClient shop = drillSite.shop();
    this.drillProducts = DrillProducts.list(shop, drillSite.signInAdmin());
    drillProducts.makeScarce(shop, drillSite.signInAdmin());
    this.instanceClient = drillSite.till();
    this.admin =
        DrillAccount.of(
            drillSite.machine().admin().email(), drillSite.machine().admin().password());
    admin.renew(shop);
    DrillAccount shared = DrillAccount.open(shop, "shared", SHARED);
    List<DrillAccounts> all =
        IntStream.range(0, clients)
            .mapToObj(
                n ->
                    new DrillAccounts(
                        DrillAccount.open(shop, "rich-" + n, RICH),
                        DrillAccount.open(shop, "poor-" + n, POOR),
                        shared,
                        admin))
            .toList();
    this.accounts =
        Stream.concat(
                Stream.of(shared), all.stream().flatMap(own -> Stream.of(own.rich(), own.poor())))
            .toList();
    this.buyers = IntStream.range(0, clients).mapToObj(n -> customer(n, all.get(n))).toList();
    this.keeper = DrillAccount.open(shop, "keeper", 0);
    this.drillLoad = new DrillLoad(buyers);
    this.drillSubscription = new DrillSubscription(drillSite);
    this.recoveryWait = new RecoveryWait(drillSite);
    drillSite.awaitReady();
    recoveryWait.settle(OffsetDateTime.now(ZoneOffset.UTC));
    this.history = new HistoryVerification(drillSite);
    drillSubscription.open();
  }

  private DrillCustomer customer(int number, DrillAccounts own) {
    Random random = new Random(seed * 7919 + number);
    RecordingClient client = new RecordingClient(instanceClient, calls, random, number);
    return new DrillCustomer(number, client, drillProducts, own, random);
  }

  /** Load, loss, and a proof of what is left; a failure leaves evidence. */
  DrillRound play(RoundPlan plan) throws Exception {
    renewTokens();
    Instant begin = Instant.now();
    OffsetDateTime since = begin.atOffset(ZoneOffset.UTC);
    fillCart(plan.number());
    FaultInjector faultInjector = new FaultInjector(drillSite);
    List<OrderAttempt> attempts = new ArrayList<>();
    List<RecordedCall> recorded = new ArrayList<>();
    List<String> differences = new ArrayList<>();
    InDoubtSummary inDoubtSummary = new InDoubtSummary();
    int orders = 0;
    int explained = 0;
    try {
      attempts.addAll(loadDuring(plan, faultInjector));
      recorded.addAll(calls.take());
      differences.addAll(HistoryVerification.errorsBefore(faultInjector.firstNanos(), recorded));
      recoveryWait.settle(since);
      inDoubtSummary = recoveryWait.doubts();
      DrillVerification drillVerification =
          new DrillVerification(drillSite, drillSubscription, since, attempts, recorded);
      HistoryReport report = history.check(recorded, since);
      differences.addAll(drillVerification.differences(drillProducts, accounts, history));
      differences.addAll(report.differences());
      report.undecided().forEach(counter -> faultInjector.note("history undecided: " + counter));
      explained = report.operations();
      orders = drillVerification.orders();
      checkCart(plan.number());
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      // an answer that did not come is as much a failure as a wrong one
      differences.add(e instanceof ConditionNotMet ? e.getMessage() : e.toString());
    }
    Duration took = Duration.between(begin, Instant.now());
    int refused = (int) attempts.stream().filter(attempt -> !attempt.isPlaced()).count();
    DrillRound drillRound =
        new DrillRound(
            plan, orders, refused, explained, inDoubtSummary, took, List.copyOf(differences));
    if (!drillRound.isProven()) {
      keepEvidence(drillRound, faultInjector, attempts, recorded, since);
    }
    emptyMailbox();
    return drillRound;
  }

  private List<OrderAttempt> loadDuring(RoundPlan plan, FaultInjector faultInjector)
      throws InterruptedException {
    drillLoad.open();
    try {
      drillLoad.awaitBusiness();
      faultInjector.strike(plan);
      drillSite.awaitReady();
      TimeUnit.MILLISECONDS.sleep(AFTER_MILLIS);
    } finally {
      drillLoad.shut();
    }
    return drillLoad.close();
  }

  /** Each verification signs the admin in once more, and the sixth session ends the first. */
  private void renewTokens() {
    admin.renew(drillSite.shop());
    if (Duration.between(signedIn, Instant.now()).compareTo(TOKENS) > 0) {
      ShopClient shop = drillSite.shop();
      accounts.forEach(account -> account.renew(shop));
      keeper.renew(shop);
      signedIn = Instant.now();
    }
  }

  private String keptLine() {
    return "cart/items/" + drillProducts.ids().get(0);
  }

  private void fillCart(int quantity) throws Exception {
    Map<String, Integer> line = Map.of("quantity", quantity);
    Patience.await(
        CART_BACK,
        "a cart that can be filled",
        () -> instanceClient.send(0, "PUT", keptLine(), keeper.token(), null, line).isDone());
  }

  /** What was in a cart for more than a second survives Redis' death. */
  private void checkCart(int quantity) throws InterruptedException {
    Patience.await(
        CART_BACK,
        "the cart as it was filled",
        () -> {
          InstanceClient.Reply cart =
              instanceClient.send(0, "GET", "cart", keeper.token(), null, null);
          return cart.isDone()
              && cart.body().path("items").path(0).path("quantity").asInt() == quantity;
        });
  }

  private void keepEvidence(
      DrillRound drillRound,
      FaultInjector faultInjector,
      List<OrderAttempt> attempts,
      List<RecordedCall> recorded,
      OffsetDateTime since)
      throws Exception {
    List<String> lines = new ArrayList<>();
    lines.add(
        "seed "
            + seed
            + ", "
            + drillSite.instances()
            + " instance(s), "
            + buyers.size()
            + " clients");
    lines.add(drillRound.toString());
    lines.add("begun " + since);
    lines.addAll(faultInjector.story());
    FailureDump failureDump = new FailureDump(drillSite, drillRound.plan().number());
    failureDump.keep(lines, drillRound.differences(), attempts, since);
    failureDump.keepHistory(recorded);
  }

  private void emptyMailbox() throws Exception {
    try (Stream<Path> mails = Files.list(drillSite.machine().mailboxFolder())) {
      for (Path mail : mails.filter(file -> file.toString().endsWith(".eml")).toList()) {
        Files.delete(mail);
      }
    }
  }
}
