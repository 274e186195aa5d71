package org.orderly.ledger;

import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Money;
import org.orderly.kernel.UuidV7;
import org.orderly.platform.request.RequestContext;

/**
 * A posting: a positive amount that moves from one account to another; balances by construction.
 *
 * <p>It is written in a batch in the transaction that makes it true: balances, the ledger's
 * transaction and its posting. A customer's row is locked and changed in the same statement, which
 * changes nothing if the balance is too small; then {@link #isCovered} says so, and everything must
 * roll back. A second move of a kind with the same reference fails on a unique key.
 */
public final class Posting {

  private static final int MAX_REASON = 500;

  private final UUID id = UuidV7.next();
  private final TransactionKind kind;
  private final UUID reference;
  private final AccountRef source;
  private final AccountRef destination;
  private final Money amount;
  private @Nullable UUID payment;
  private @Nullable String reason;
  private String actor = RequestContext.current().actor();
  private BooleanSupplier covered = () -> true;

  private Posting(
      TransactionKind kind,
      UUID reference,
      AccountRef source,
      AccountRef destination,
      Money amount) {
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("a posting moves a positive amount, not " + amount);
    }
    if (source.equals(destination)) {
      throw new IllegalArgumentException("money moves from " + source + " to itself");
    }
    this.kind = kind;
    this.reference = reference;
    this.source = source;
    this.destination = destination;
    this.amount = amount;
  }

  /**
   * @param reference what it is for (an order, a payment, a refund, a transfer): once per kind
   * @throws IllegalArgumentException if the amount is not positive
   */
  public static Posting of(
      TransactionKind kind,
      UUID reference,
      AccountRef source,
      AccountRef destination,
      Money amount) {
    return new Posting(kind, reference, source, destination, amount);
  }

  /** Counts it to a payment: what moves into SALES and out of it is what that payment kept. */
  public Posting forPayment(@Nullable UUID paymentId) {
    this.payment = paymentId;
    return this;
  }

  /** Says who moves it; without this, the caller of the current request does. */
  public Posting by(String who) {
    this.actor = who;
    return this;
  }

  /** Says why, for people; at most 500 characters are kept. */
  public Posting because(@Nullable String why) {
    this.reason = why == null || why.length() <= MAX_REASON ? why : why.substring(0, MAX_REASON);
    return this;
  }

  /** Of the transaction that it makes in the ledger. */
  public UUID id() {
    return id;
  }

  /** What is to be moved, and must be covered by whom it is taken from. */
  public Money amount() {
    return amount;
  }

  TransactionKind kind() {
    return kind;
  }

  UUID reference() {
    return reference;
  }

  AccountRef source() {
    return source;
  }

  AccountRef destination() {
    return destination;
  }

  @Nullable UUID paymentId() {
    return payment;
  }

  @Nullable String reason() {
    return reason;
  }

  String currency() {
    return amount.currency().getCurrencyCode();
  }

  String actor() {
    return actor;
  }

  /** The answer comes with the statement that takes it from a customer's account. */
  void coveredIf(BooleanSupplier statement) {
    covered = statement;
  }

  /** Whether the source held enough; known once the batch has run. */
  public boolean isCovered() {
    return covered.getAsBoolean();
  }
}
