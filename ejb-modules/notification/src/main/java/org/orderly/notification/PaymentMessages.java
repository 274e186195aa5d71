package org.orderly.notification;

import static java.time.temporal.ChronoUnit.MINUTES;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orderly.identity.person.Contact;
import org.orderly.payment.lifecycle.PaymentFailed;
import org.orderly.payment.lifecycle.PaymentPending;
import org.orderly.payment.lifecycle.PaymentRefunded;
import org.orderly.payment.method.PaymentInstrument;
import org.orderly.payment.method.RefundTarget;

/** The texts about payments and refunds of an order. */
@ApplicationScoped
class PaymentMessages {

  private final String account;

  /**
   * @param account of the shop at its bank, in words
   */
  @Inject
  PaymentMessages(@ConfigProperty(name = "orderly.bank.account") Optional<String> account) {
    // bank transfer is not offered without one; orders from before may still be open
    this.account = account.orElse("the bank account on our invoice");
  }

  MessageContent pending(PaymentPending event, String number, Contact buyer) {
    return event.means() == PaymentInstrument.INVOICE
        ? invoice(event, number, buyer)
        : step(event, number, buyer);
  }

  private MessageContent invoice(PaymentPending event, String number, Contact buyer) {
    return new MessageContent(
        "Please pay for your order " + number,
        """
        Hello %s,

        your order %s is waiting for your payment. Please transfer

        Amount: %s
        To: %s
        Reference: %s
        Until: %s

        After that time the order is cancelled.
        """
            .formatted(
                buyer.name(),
                number,
                event.amount(),
                account,
                number,
                event.expiresAt().truncatedTo(MINUTES)));
  }

  private MessageContent step(PaymentPending event, String number, Contact buyer) {
    return new MessageContent(
        "Please confirm the payment of your order " + number,
        """
        Hello %s,

        your bank asks you to confirm the payment of %s for your order %s. Please
        follow your bank's page that opened when you ordered, until
        %s.
        After that time the order is cancelled, and nothing is charged.
        """
            .formatted(
                buyer.name(), event.amount(), number, event.expiresAt().truncatedTo(MINUTES)));
  }

  MessageContent failed(PaymentFailed event, String number, Contact buyer) {
    return new MessageContent(
        "The payment of your order " + number + " failed",
        """
        Hello %s,

        the payment of %s for your order %s has failed. You have not been charged.
        """
            .formatted(buyer.name(), event.amount(), number));
  }

  MessageContent refunded(PaymentRefunded event, String number, Contact buyer) {
    String where =
        event.to() == RefundTarget.BALANCE
            ? "was added to your balance"
            : "is refunded to where it came from";
    return new MessageContent(
        "A refund of " + event.amount() + " for your order " + number,
        """
        Hello %s,

        %s for your order %s %s.
        """
            .formatted(buyer.name(), event.amount(), number, where));
  }
}
