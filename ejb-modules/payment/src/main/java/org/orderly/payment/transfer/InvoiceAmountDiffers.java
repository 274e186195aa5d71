package org.orderly.payment.transfer;

import java.util.Map;
import org.orderly.kernel.DomainException;
import org.orderly.kernel.Money;

/** What came is more or less than what the invoice asks for. */
public final class InvoiceAmountDiffers extends DomainException {

  private static final long serialVersionUID = 1L;

  public InvoiceAmountDiffers(Money due, Money paid) {
    super(
        Kind.RULE_BROKEN,
        "invoice-amount-differs",
        "the invoice asks for " + due + ", not " + paid,
        Map.of("due", due, "paid", paid));
  }
}
