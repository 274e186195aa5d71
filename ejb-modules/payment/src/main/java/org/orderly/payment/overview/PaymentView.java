package org.orderly.payment.overview;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;

/**
 * A payment as shown to its buyer and to admins.
 *
 * @param method WALLET, CARD or INVOICE
 * @param amount what the order owes by it
 * @param refunding the amount of refunds that the gateway has not confirmed yet
 * @param gateway {@code null} unless it is by card
 * @param expiresAt until when it may wait; {@code null} once it waits no more
 * @param transferTo the shop's bank account while a transfer is waited for; {@code null} otherwise
 * @param nextAction what the buyer has to do; {@code null} if there is nothing
 * @param open the tasks that wait for the gateway
 */
public record PaymentView(
    UUID id,
    OrderId orderId,
    String method,
    String status,
    Money amount,
    Money authorized,
    Money captured,
    Money refunded,
    Money refunding,
    @Nullable String gateway,
    @Nullable Instant expiresAt,
    @Nullable String transferTo,
    @Nullable NextStep nextAction,
    Instant createdAt,
    List<Step> history,
    List<Task> open) {

  /** A page to go to, or a secret for the gateway's own program in the browser. */
  public record NextStep(@Nullable String url, @Nullable String clientSecret) {}

  /**
   * @param from {@code null} for the first
   */
  public record Step(
      @Nullable String from,
      String to,
      Instant at,
      @Nullable String actor,
      @Nullable String reason) {}

  /**
   * @param kind CAPTURE, RELEASE, REFUND or CHECK
   * @param problem what came of the last attempt; {@code null} if there was none
   */
  public record Task(String kind, int attempts, Instant dueAt, @Nullable String problem) {}
}
