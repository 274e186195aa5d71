package org.orderly.payment.intent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.orderly.kernel.DomainException;
import org.orderly.kernel.Money;
import org.orderly.payment.gateway.AuthorizationStatus;
import org.orderly.payment.gateway.GatewayNotConfigured;
import org.orderly.payment.gateway.GatewayResult;
import org.orderly.payment.gateway.Gateways;
import org.orderly.payment.gateway.PaymentGateway;

/**
 * Finds abandoned authorizations, on which no order was placed, and releases them at the gateway.
 */
@ApplicationScoped
public class AbandonedAuthorizations {

  private static final Logger LOG = Logger.getLogger(AbandonedAuthorizations.class.getName());
  private static final Duration LEASE = Duration.ofSeconds(45);
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Duration NOT_CONFIGURED_PAUSE = Duration.ofMinutes(5);

  /** A question that was on its way when it was given up may still arrive at the gateway. */
  private static final Duration SECOND_LOOK = Duration.ofMinutes(2);

  private final CardIntentRepository intents;
  private final Gateways gateways;

  @Inject
  AbandonedAuthorizations(CardIntentRepository intents, Gateways gateways) {
    this.intents = intents;
    this.gateways = gateways;
  }

  /**
   * Takes the next one whose time is over; in no transaction, and on any number of instances.
   *
   * @return whether there was one
   */
  public boolean giveUpNext() {
    Optional<CardIntent> due = intents.claim(LEASE);
    due.ifPresent(this::giveUp);
    return due.isPresent();
  }

  private void giveUp(CardIntent intent) {
    try {
      PaymentGateway gateway = gateways.named(intent.gateway());
      AuthorizationStatus authorizationStatus = gateway.status(intent.id(), intent.reference());
      switch (authorizationStatus.state()) {
        case VOIDED, DECLINED -> intents.released(intent);
        case UNKNOWN -> forgetUnlessLate(intent);
        case CAPTURED -> refund(intent, gateway, authorizationStatus);
        case ACTION_REQUIRED, PENDING, AUTHORIZED ->
            settle(intent, gateway.cancel(key(intent, "cancel"), authorizationStatus.reference()));
      }
    } catch (GatewayNotConfigured e) {
      LOG.log(Level.FINE, e, () -> "card intent " + intent.id() + " waits: " + e.getMessage());
      intents.later(intent, NOT_CONFIGURED_PAUSE);
    } catch (DomainException e) {
      LOG.log(Level.FINE, e, () -> "card intent " + intent.id() + " waits: " + e.getMessage());
      intents.later(intent, PAUSE);
    }
  }

  private void forgetUnlessLate(CardIntent intent) {
    if (intent.attempts() > 1) {
      intents.released(intent);
    } else {
      intents.later(intent, SECOND_LOOK);
    }
  }

  /** The shop requested no capture; if there was one, it is refunded. */
  private void refund(
      CardIntent intent, PaymentGateway gateway, AuthorizationStatus authorizationStatus) {
    Money rest = authorizationStatus.captured().minus(authorizationStatus.refunded());
    if (rest.isPositive()) {
      settle(intent, gateway.refund(key(intent, "refund"), authorizationStatus.reference(), rest));
    } else {
      intents.released(intent);
    }
  }

  private void settle(CardIntent intent, GatewayResult gatewayResult) {
    if (gatewayResult.result() == GatewayResult.Result.COMPLETED) {
      intents.released(intent);
    } else {
      intents.later(intent, PAUSE);
    }
  }

  /** The same for every attempt, so that the gateway knows it again. */
  private static UUID key(CardIntent intent, String what) {
    return UUID.nameUUIDFromBytes((what + " " + intent.id()).getBytes(StandardCharsets.UTF_8));
  }
}
