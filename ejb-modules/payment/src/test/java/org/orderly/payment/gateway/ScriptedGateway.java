package org.orderly.payment.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.orderly.kernel.Money;
import org.orderly.kernel.UserId;

/**
 * The gateway of database tests: it answers what it is told to, once each, and otherwise agrees to
 * everything at once. It remembers what it was asked.
 */
@ApplicationScoped
public class ScriptedGateway implements PaymentGateway {

  private final List<String> calls = new ArrayList<>();
  private final Deque<GatewayResult> results = new ArrayDeque<>();
  private final Deque<Authorization> authorizations = new ArrayDeque<>();
  private final Deque<AuthorizationStatus> statuses = new ArrayDeque<>();
  private final Deque<GatewayEvent> events = new ArrayDeque<>();
  private final List<BalanceTransaction> movements = new ArrayList<>();
  private boolean away;
  private boolean configured = true;

  /** Forgets what it was told and asked. */
  public synchronized void reset() {
    calls.clear();
    results.clear();
    authorizations.clear();
    statuses.clear();
    events.clear();
    movements.clear();
    away = false;
    configured = true;
  }

  /** Answers the next call that moves money like this. */
  public synchronized void answer(GatewayResult result) {
    results.add(result);
  }

  /** Answers the next call for an authorization like this. */
  public synchronized void answer(Authorization authorization) {
    authorizations.add(authorization);
  }

  /** Answers the next question about an authorization like this. */
  public synchronized void answer(AuthorizationStatus status) {
    statuses.add(status);
  }

  /** Takes what comes next from the gateway for this event. */
  public synchronized void announce(GatewayEvent event) {
    events.add(event);
  }

  /** Has money moved on the shop's account. */
  public synchronized void move(BalanceTransaction movement) {
    movements.add(movement);
  }

  /** Takes the gateway out of the shop's configuration, or puts it back. */
  public synchronized void setConfigured(boolean configured) {
    this.configured = configured;
  }

  /** Answers nothing any more, or everything again. */
  public synchronized void setAway(boolean away) {
    this.away = away;
  }

  /** What it was asked, such as {@code capture 10.00 EUR}, in the order of the calls. */
  public synchronized List<String> calls() {
    return List.copyOf(calls);
  }

  private synchronized void called(String call) {
    calls.add(call);
    if (away) {
      throw new NoGatewayResponse("away");
    }
  }

  private synchronized GatewayResult next(String reference) {
    return results.isEmpty() ? GatewayResult.completed(reference) : results.poll();
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public synchronized boolean configured() {
    return configured;
  }

  @Override
  public ResilientGateway resilience() {
    return new DirectCalls();
  }

  @Override
  public synchronized Authorization authorize(AuthorizationRequest request) {
    called((request.captureNow() ? "take " : "authorize ") + request.amount());
    if (!authorizations.isEmpty()) {
      return authorizations.poll();
    }
    Authorization.Result result =
        request.captureNow() ? Authorization.Result.CAPTURED : Authorization.Result.AUTHORIZED;
    return new Authorization(result, "auth-" + request.key(), null, null, null);
  }

  @Override
  public GatewayResult capture(UUID key, String reference, Money amount) {
    called("capture " + amount);
    return next(reference);
  }

  @Override
  public GatewayResult cancel(UUID key, String reference) {
    called("cancel");
    return next(reference);
  }

  @Override
  public GatewayResult refund(UUID key, String reference, Money amount) {
    called("refund " + amount);
    return next("refund-" + key);
  }

  @Override
  public GatewayResult payOut(UUID key, UserId to, Money amount) {
    called("pay out " + amount);
    return next("payout-" + key);
  }

  @Override
  public synchronized AuthorizationStatus status(UUID authorizationKey, String referenceOrNull) {
    called("status");
    return statuses.isEmpty() ? AuthorizationStatus.unknown() : statuses.poll();
  }

  @Override
  public synchronized List<BalanceTransaction> movements(Instant from, Instant to) {
    called("movements");
    return List.copyOf(movements);
  }

  @Override
  public synchronized GatewayEvent readEvent(Map<String, String> headers, byte[] body) {
    if (events.isEmpty()) {
      throw new ForgedGatewayEvent();
    }
    return events.poll();
  }
}
