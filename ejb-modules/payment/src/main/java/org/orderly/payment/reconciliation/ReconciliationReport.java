package org.orderly.payment.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Money;

/**
 * The account of a day of all configured gateways against the ledger's.
 *
 * @param date the day, in UTC
 * @param gateway the names of the gateways that were compared, between commas
 * @param ok whether there are no differences
 * @param totals per kind and currency
 * @param differences at most a thousand of them
 * @param complete whether the day was over when it was made
 */
public record ReconciliationReport(
    LocalDate date,
    String gateway,
    boolean ok,
    boolean complete,
    Instant madeAt,
    long matched,
    long missingInLedger,
    long missingAtGateway,
    long amountDiffers,
    List<Total> totals,
    List<Line> differences) {

  /** What happened to a movement. */
  public enum Verdict {
    MATCHED,
    MISSING_IN_LEDGER,
    MISSING_AT_GATEWAY,
    AMOUNT_DIFFERS
  }

  /**
   * What moved in a currency, of one kind.
   *
   * @param atGateway what the gateway says
   * @param inLedger what the ledger says
   */
  public record Total(String kind, Money atGateway, Money inLedger) {}

  /**
   * A movement.
   *
   * @param subject what it was for: a payment, a refund, a transfer; {@code null} if the gateway
   *     does not tell
   * @param reference the gateway's name for it; {@code null} if it is missing there
   * @param atGateway {@code null} if it is missing there
   * @param inLedger {@code null} if it is missing there
   */
  public record Line(
      Verdict verdict,
      String kind,
      @Nullable String subject,
      @Nullable String reference,
      @Nullable Money atGateway,
      @Nullable Money inLedger,
      Instant at) {

    Currency currency() {
      Money known = atGateway == null ? inLedger : atGateway;
      return Objects.requireNonNull(known, "a movement of neither side").currency();
    }
  }
}
