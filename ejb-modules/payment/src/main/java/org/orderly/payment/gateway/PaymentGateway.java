package org.orderly.payment.gateway;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Money;
import org.orderly.kernel.UserId;

/**
 * A service outside that moves real money. Called outside of any transaction, after what is about
 * to be asked has been stored.
 *
 * <p>Every call that moves money is named by a key of the caller's: the same call under the same
 * key moves nothing twice, and answers how it stands by now. Every call but {@link #readEvent}
 * throws {@link GatewayUnavailable} when no answer came; whether money moved is then not known, and
 * is found out by the same call again or by {@link #status}. What the gateway refuses for good is
 * an answer, not a failure.
 */
public interface PaymentGateway {

  /** The gateway's name in the configuration, in payment rows and in the address of its webhook. */
  String name();

  /** Whether the shop has what it takes to call this gateway, such as its key or address. */
  boolean configured();

  /** The guards that calls to this gateway run in; no other gateway shares them. */
  ResilientGateway resilience();

  /**
   * Reserves money on a card, or takes it at once.
   *
   * @throws org.orderly.kernel.InvalidValue if the request is one that no answer can come to, such
   *     as a token that is none
   */
  Authorization authorize(AuthorizationRequest request);

  /**
   * Takes what was authorized, or less; what is left of the authorization ends with it.
   *
   * @param reference of the authorization
   */
  GatewayResult capture(UUID key, String reference, Money amount);

  /**
   * Voids an authorization of which nothing was captured. One that is void already is completed;
   * one that was captured is refused.
   */
  GatewayResult cancel(UUID key, String reference);

  /**
   * Gives captured money back to the card.
   *
   * @param reference of the authorization
   * @return its reference is the refund's own; repeated under the same key to query a pending one
   */
  GatewayResult refund(UUID key, String reference, Money amount);

  /**
   * Pays money from the shop's account out to the user's means. Repeated under the same key to
   * query a pending one.
   */
  GatewayResult payOut(UUID key, UserId to, Money amount);

  /**
   * How an authorization stands by now.
   *
   * @param authorizationKey the key that it was requested with
   * @param referenceOrNull the gateway's own, if its answer came
   */
  AuthorizationStatus status(UUID authorizationKey, @Nullable String referenceOrNull);

  /**
   * What moved in a period, oldest first, for the comparison with the ledger.
   *
   * @param from inclusive
   * @param to exclusive
   */
  List<BalanceTransaction> movements(Instant from, Instant to);

  /**
   * Verifies and reads an event that the gateway sent to its webhook.
   *
   * @param headers by their names in lower case
   * @param body as it came, byte by byte: the signature is over it
   * @throws ForgedGatewayEvent if the signature is not the gateway's, or is too old to be believed
   */
  GatewayEvent readEvent(Map<String, String> headers, byte[] body);
}
