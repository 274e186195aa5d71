package org.orderly.web.payment;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Money;
import org.orderly.payment.ledger.LedgerFilter;
import org.orderly.payment.ledger.TransactionKind;

/** The filters of lists of movements, as they are in addresses. */
public final class LedgerFilterParameters {

  @QueryParam("kind")
  private String kind;

  @QueryParam("currency")
  private String currency;

  @QueryParam("from")
  private String from;

  @QueryParam("to")
  private String to;

  /** For JAX-RS. */
  public LedgerFilterParameters() {}

  /**
   * @param reference what the movements were for; {@code null} for anything
   * @param paymentId the payment that they count to; {@code null} for any
   */
  LedgerFilter with(UUID reference, UUID paymentId) {
    return new LedgerFilter(
        TransactionKind.of(kind),
        reference,
        paymentId,
        currency == null ? null : Money.currencyOf(currency),
        instant("from", from),
        instant("to", to));
  }

  private static Instant instant(String name, String text) {
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new InvalidValue(name, "is no instant such as 2026-01-31T12:00:00Z");
    }
  }
}
