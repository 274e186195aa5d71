package org.orderly.ordering.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orderly.payment.method.PaymentMethod;

/** How long an order may stay unpaid before it expires. */
@ApplicationScoped
class UnpaidTerms {

  private final Duration step;
  private final Duration invoice;
  private final Duration guest;

  /**
   * @param stepMinutes for a card payment that the buyer has to authenticate
   * @param invoiceMinutes for a bank transfer
   * @param guestMinutes the maximum for a guest, for any method
   */
  @Inject
  UnpaidTerms(
      @ConfigProperty(name = "orderly.payment.step.minutes", defaultValue = "30") int stepMinutes,
      @ConfigProperty(name = "orderly.payment.invoice.minutes", defaultValue = "1440")
          int invoiceMinutes,
      @ConfigProperty(name = "orderly.payment.guest.minutes", defaultValue = "15")
          int guestMinutes) {
    this.step = Duration.ofMinutes(stepMinutes);
    this.invoice = Duration.ofMinutes(invoiceMinutes);
    this.guest = Duration.ofMinutes(guestMinutes);
  }

  Duration of(PaymentMethod method, boolean byGuest) {
    Duration usual = method == PaymentMethod.INVOICE ? invoice : step;
    return byGuest && guest.compareTo(usual) < 0 ? guest : usual;
  }
}
