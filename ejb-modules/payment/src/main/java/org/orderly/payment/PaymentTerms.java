package org.orderly.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long orders wait for their money. */
@ApplicationScoped
class PaymentTerms {

  /** When a gateway is first asked what has become of a step, unless it tells before. */
  static final Duration FIRST_CHECK = Duration.ofSeconds(5);

  private final Duration step;
  private final Duration invoice;

  @Inject
  PaymentTerms(
      @ConfigProperty(name = "orderly.payment.step.minutes", defaultValue = "30") int stepMinutes,
      @ConfigProperty(name = "orderly.payment.invoice.days", defaultValue = "14") int invoiceDays) {
    this.step = Duration.ofMinutes(stepMinutes);
    this.invoice = Duration.ofDays(invoiceDays);
  }

  /** When a buyer who has to prove to be the card's owner must have done so. */
  Instant stepEnds(Instant now) {
    return now.plus(step);
  }

  /** When an invoice must be paid. */
  Instant invoiceEnds(Instant now) {
    return now.plus(invoice);
  }
}
