package org.orderly.payment.intent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orderly.kernel.DomainException;
import org.orderly.payment.gateway.Authorization;
import org.orderly.payment.gateway.AuthorizationRequest;
import org.orderly.payment.gateway.GatewayUnavailable;
import org.orderly.payment.gateway.Gateways;
import org.orderly.payment.gateway.PaymentGateway;
import org.orderly.platform.persistence.BatchResult;
import org.orderly.platform.persistence.SqlBatch;

/** Authorizes cards before orders are placed. */
@ApplicationScoped
public class CardAuthorizations {

  private final Gateways gateways;
  private final CardIntentRepository intents;
  private final URI shop;

  @Inject
  CardAuthorizations(
      Gateways gateways,
      CardIntentRepository intents,
      @ConfigProperty(name = "orderly.public.url", defaultValue = "http://127.0.0.1:8080")
          URI shop) {
    this.gateways = gateways;
    this.intents = intents;
    this.shop = shop;
  }

  /**
   * Has money reserved on a card, once per request key: a repetition finds what was reserved before
   * and asks the gateway again only if its answer never came. What no order is placed on within a
   * minute is given up.
   *
   * <p>Must be called without a transaction: what is asked is stored before, and the answer after.
   *
   * @throws CardDeclined if the gateway refuses
   * @throws GatewayUnavailable if no answer comes; the same request may be sent again
   * @throws org.orderly.payment.gateway.NoPaymentGateway if the shop has none
   * @throws org.orderly.platform.idempotency.IdempotencyKeyReused if the key came with another
   *     request before
   * @throws AuthorizationExpired if what was reserved was given up at this moment
   */
  public CardAuthorization authorize(CardAuthorizationRequest request) {
    PaymentGateway gateway = gateways.selected();
    CardIntent intent = intents.begin(request, gateway.name());
    if (intent.state() != IntentState.ASKED) {
      return intent.authorization();
    }
    Authorization answer;
    try {
      answer = gateway.authorize(request(intent, request.token()));
    } catch (GatewayUnavailable e) {
      throw e;
    } catch (DomainException e) {
      intents.declined(intent);
      throw e;
    }
    return taken(intent, answer);
  }

  private CardAuthorization taken(CardIntent intent, Authorization answer) {
    if (answer.result() == Authorization.Result.DECLINED) {
      intents.answered(intent, IntentState.DECLINED, answer);
      throw new CardDeclined(answer.declineCode());
    }
    return intents.answered(intent, state(answer.result()), answer).authorization();
  }

  private static IntentState state(Authorization.Result result) {
    return switch (result) {
      case AUTHORIZED, CAPTURED -> IntentState.HELD;
      case ACTION_REQUIRED, PENDING -> IntentState.STEP;
      case DECLINED -> IntentState.DECLINED;
    };
  }

  private AuthorizationRequest request(CardIntent intent, String token) {
    URI back = shop.resolve("/?order=" + intent.order());
    return new AuthorizationRequest(
        intent.id(), intent.amount(), token, false, back, "Order " + intent.order());
  }

  /** Releases an authorization that no order will use, unless one was placed meanwhile. */
  public void release(CardAuthorization authorization) {
    intents.release(authorization);
  }

  /**
   * Assigns authorizations to their orders, in a batch of the transaction that places the orders;
   * the batch fails with {@link AuthorizationExpired} if one was released. The first change of the
   * row wins.
   */
  public static void place(SqlBatch writes, List<CardAuthorization> authorizations) {
    CardIntentRepository.place(writes, authorizations);
  }

  /** Locks authorizations until the transaction ends; they are known once the batch has run. */
  public static Supplier<LockedIntents> lock(
      SqlBatch batch, List<CardAuthorization> authorizations) {
    if (authorizations.isEmpty()) {
      return () -> new LockedIntents(List.of());
    }
    BatchResult<List<CardIntent>> locked = CardIntentRepository.lock(batch, authorizations);
    return () -> new LockedIntents(locked.get());
  }
}
