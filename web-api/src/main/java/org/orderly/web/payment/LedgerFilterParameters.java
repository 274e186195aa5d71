package org.orderly.web.payment;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.orderly.kernel.Money;
import org.orderly.ledger.TransactionKind;
import org.orderly.ledger.statement.LedgerFilter;
import org.orderly.platform.time.ShopZone;

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
    ShopZone zone = ShopZone.configured();
    return new LedgerFilter(
        TransactionKind.of(kind),
        reference,
        paymentId,
        currency == null ? null : Money.currencyOf(currency),
        zone.from("from", from),
        zone.to("to", to));
  }
}
