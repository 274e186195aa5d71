package org.orderly.ordering;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.orderly.kernel.Money;
import org.orderly.kernel.UserId;
import org.orderly.payment.gateway.Authorization;
import org.orderly.payment.gateway.AuthorizationRequest;
import org.orderly.payment.gateway.AuthorizationStatus;
import org.orderly.payment.gateway.BalanceTransaction;
import org.orderly.payment.gateway.ForgedGatewayEvent;
import org.orderly.payment.gateway.GatewayEvent;
import org.orderly.payment.gateway.GatewayResult;
import org.orderly.payment.gateway.NextAction;
import org.orderly.payment.gateway.PaymentGateway;
import org.orderly.payment.gateway.ResilientGateway;

/** The gateway of database tests: it agrees to everything at once, but for two cards. */
@ApplicationScoped
public class AgreeingGateway implements PaymentGateway {

  /** Of a card that is declined. */
  public static final String DECLINED = "tok_declined";

  /** Of a card whose buyer has to take a step first. */
  public static final String STEP = "tok_step";

  private final List<String> calls = new ArrayList<>();

  /** What it was asked since the last time. */
  public synchronized List<String> takeCalls() {
    List<String> taken = List.copyOf(calls);
    calls.clear();
    return taken;
  }

  private synchronized GatewayResult done(String call) {
    calls.add(call);
    return GatewayResult.completed("reference", null);
  }

  @Override
  public String name() {
    return "agreeing";
  }

  @Override
  public boolean configured() {
    return true;
  }

  @Override
  public ResilientGateway resilience() {
    return new ResilientGateway() {
      @Override
      public <T> T ask(Supplier<T> call) {
        return call.get();
      }
    };
  }

  @Override
  public Authorization authorize(AuthorizationRequest request) {
    done("authorize " + request.amount());
    if (DECLINED.equals(request.token())) {
      return new Authorization(Authorization.Result.DECLINED, null, null, "stolen-card", null);
    }
    if (STEP.equals(request.token())) {
      NextAction step = new NextAction(URI.create("https://bank.example/1"), "secret");
      return new Authorization(Authorization.Result.ACTION_REQUIRED, "ref", step, null, null);
    }
    return new Authorization(Authorization.Result.AUTHORIZED, "ref", null, null, null);
  }

  @Override
  public GatewayResult capture(UUID key, String reference, Money amount) {
    return done("capture " + amount);
  }

  @Override
  public GatewayResult cancel(UUID key, String reference) {
    return done("cancel");
  }

  @Override
  public GatewayResult refund(UUID key, String reference, Money amount) {
    return done("refund " + amount);
  }

  @Override
  public GatewayResult payOut(UUID key, UserId to, Money amount) {
    return done("pay out " + amount);
  }

  @Override
  public AuthorizationStatus status(UUID authorizationKey, String referenceOrNull) {
    return AuthorizationStatus.unknown();
  }

  @Override
  public List<BalanceTransaction> movements(Instant from, Instant to) {
    return List.of();
  }

  @Override
  public GatewayEvent readEvent(Map<String, String> headers, byte[] body) {
    throw new ForgedGatewayEvent();
  }
}
