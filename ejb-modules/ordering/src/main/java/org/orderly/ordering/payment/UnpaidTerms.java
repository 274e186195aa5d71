package org.orderly.ordering.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orderly.payment.method.PaymentMethod;

/** How long an order may keep stock while it waits for its money; then it lapses. */
@ApplicationScoped
class UnpaidTerms {

  private final Duration step;
  private final Duration invoice;
  private final Duration guest;

  /**
   * @param stepMinutes while a card's bank asks the buyer
   * @param invoiceMinutes while a bank transfer is on its way
   * @param guestMinutes the longest for a guest, whatever the method
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
