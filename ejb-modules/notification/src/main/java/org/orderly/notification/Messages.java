package org.orderly.notification;

import static java.time.temporal.ChronoUnit.SECONDS;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderly.catalog.Offer;
import org.orderly.identity.person.Contact;
import org.orderly.identity.session.AccountPaused;
import org.orderly.identity.session.RefreshTokenReused;
import org.orderly.inventory.alert.StockDepleted;
import org.orderly.inventory.alert.StockReplenished;
import org.orderly.inventory.alert.StockRunningLow;
import org.orderly.kernel.Adjustment;
import org.orderly.kernel.ProductId;
import org.orderly.notification.webhook.WebhookPaused;
import org.orderly.ordering.OrderPlaced;
import org.orderly.ordering.OrderView;
import org.orderly.payment.wallet.WalletCredited;
import org.orderly.payment.wallet.WalletDebited;

/** The texts of every notification. */
final class Messages {

  private Messages() {}

  static MessageContent welcome(Contact who) {
    return new MessageContent(
        "Welcome",
        """
        Hello %s,

        your account is ready. Sign in with this e-mail address:
        %s

        If you did not register, someone entered your address by mistake. Without
        the password nobody can order in your name.
        """
            .formatted(who.name(), who.email()));
  }

  static MessageContent sessionEnded(RefreshTokenReused event, Contact who) {
    return new MessageContent(
        "You were signed out for your safety",
        """
        Hello %s,

        a used sign-in token was presented again, from the address %s, so we ended
        that session.

        Sign in again. If this was not you, change your password.
        """
            .formatted(who.name(), event.address()));
  }

  static MessageContent accountPaused(AccountPaused event, Contact who) {
    return new MessageContent(
        "Too many failed sign-ins",
        """
        Hello %s,

        too many attempts to sign in to your account failed in a row, the last one
        from the address %s. Sign-in is locked until
        %s.

        If this was you, wait until then or reset your password.
        If it was not you, you need not do anything: your password was not guessed.
        """
            .formatted(who.name(), event.address(), event.until().truncatedTo(SECONDS)));
  }

  static MessageContent orderPlaced(OrderPlaced order, Contact buyer) {
    String lines = lines(order.lines(), order.adjustments());
    return new MessageContent(
        "Your order " + order.number(),
        """
        Hello %s,

        thank you for your order %s:

        %s
        Total: %s
        """
            .formatted(buyer.name(), order.number(), lines, order.total()));
  }

  /** Each line with its adjustments below it; those of the whole order come last. */
  static String lines(List<OrderView.Item> lines, List<Adjustment> adjustments) {
    StringBuilder text = new StringBuilder();
    for (OrderView.Item line : lines) {
      text.append(
          "%s x %s (%s) at %s = %s\n"
              .formatted(
                  line.quantity(), line.name(), line.sku(), line.unitPrice(), line.lineTotal()));
      line.adjustments().forEach(one -> text.append("  ").append(line(one)));
    }
    adjustments.forEach(one -> text.append(line(one)));
    return text.toString();
  }

  private static String line(Adjustment adjustment) {
    return "%s: %s\n".formatted(adjustment.label(), adjustment.amount());
  }

  static MessageContent stockRunningLow(StockRunningLow event, @Nullable Offer product) {
    String name = name(event.productId(), product);
    return new MessageContent(
        "Low stock: " + name,
        """
        %s is running low.

        Available: %s
        Threshold: %s
        Product id: %s
        """
            .formatted(name, event.available(), event.threshold(), event.productId()));
  }

  static MessageContent stockDepleted(StockDepleted event, @Nullable Offer product) {
    String name = name(event.productId(), product);
    return new MessageContent(
        "Out of stock: " + name,
        """
        Nothing of %s is available any more.

        Threshold: %s
        Product id: %s
        """
            .formatted(name, event.threshold(), event.productId()));
  }

  static MessageContent stockReplenished(StockReplenished event, @Nullable Offer product) {
    String name = name(event.productId(), product);
    return new MessageContent(
        "Stock replenished: " + name,
        """
        There is enough of %s again.

        Available: %s
        Threshold: %s
        Product id: %s
        """
            .formatted(name, event.available(), event.threshold(), event.productId()));
  }

  static MessageContent backInStock(Offer product) {
    return new MessageContent(
        "Back in stock: " + product.name(),
        """
        %s is available again.

        You asked us to tell you. This is the only message about it: if it sells out
        again and you still want it, ask again.
        """
            .formatted(product.name()));
  }

  /** The offer is {@code null} if the product was withdrawn meanwhile. */
  private static String name(ProductId id, @Nullable Offer product) {
    return product == null ? "product " + id : product.name() + " (" + product.sku() + ")";
  }

  static MessageContent walletCredited(WalletCredited event) {
    if (event.cause() == WalletCredited.Cause.PAYOUT_RETURNED) {
      return new MessageContent(
          "Withdrawal of " + event.amount() + " returned",
          """
          Your withdrawal of %s could not be paid out.
          The money was returned to your balance.
          """
              .formatted(event.amount()));
    }
    return new MessageContent(
        "Deposit of " + event.amount(),
        "Your deposit of %s was added to your balance.\n".formatted(event.amount()));
  }

  static MessageContent walletDebited(WalletDebited event) {
    return new MessageContent(
        "Withdrawal of " + event.amount(),
        "Your withdrawal of %s was taken from your balance.\n".formatted(event.amount()));
  }

  static MessageContent webhookPaused(WebhookPaused event) {
    return new MessageContent(
        "A webhook was paused",
        """
        No delivery to the webhook on %s has succeeded since
        %s, so its deliveries are paused.

        Events of the next three days wait in the queue. Resume the webhook when the
        receiver works again.
        Webhook id: %s
        """
            .formatted(event.host(), event.failingSince().truncatedTo(SECONDS), event.webhookId()));
  }
}
