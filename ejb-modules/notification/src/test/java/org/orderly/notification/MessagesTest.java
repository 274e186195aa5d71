package org.orderly.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orderly.catalog.Offer;
import org.orderly.identity.person.Contact;
import org.orderly.inventory.alert.StockRunningLow;
import org.orderly.kernel.Adjustment;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;
import org.orderly.ordering.OrderPlaced;
import org.orderly.ordering.OrderView;
import org.orderly.payment.wallet.WalletCredited;
import org.orderly.payment.wallet.WalletCredited.Cause;
import org.orderly.payment.wallet.WalletDebited;

class MessagesTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  private final ProductId product = ProductId.newId();
  private final StockRunningLow low =
      new StockRunningLow(UUID.randomUUID(), NOW, product, Quantity.of("2.5"), Quantity.of(3));

  @Test
  void welcomesByNameAndAddress() {
    MessageContent messageContent =
        Messages.welcome(new Contact(UserId.newId(), "ada@example.org", "Ada %s", true));
    assertThat(messageContent.subject()).isEqualTo("Welcome");
    assertThat(messageContent.body()).startsWith("Hello Ada %s,\n").contains("ada@example.org");
  }

  @Test
  void listsWhatWasOrderedAndWhatItCosts() {
    OrderView.Item tea =
        new OrderView.Item(
            product,
            "TEA-1",
            "Green tea",
            Quantity.of("2.5"),
            Money.of("4.20", "EUR"),
            Money.of("10.50", "EUR"),
            List.of(adjustment(Adjustment.Kind.DISCOUNT, "Tea week", "-1.00")));
    OrderView.Item cup =
        new OrderView.Item(
            ProductId.newId(),
            "CUP",
            "Cup 100%",
            Quantity.of(2),
            Money.of("3", "EUR"),
            Money.of("6", "EUR"),
            List.of());
    Contact ada = new Contact(UserId.newId(), "ada@example.org", "Ada", true);
    OrderPlaced order =
        new OrderPlaced(
            UUID.randomUUID(),
            NOW,
            OrderId.newId(),
            "2026-000123",
            ada.id(),
            Money.of("20.40", "EUR"),
            List.of(tea, cup),
            List.of(adjustment(Adjustment.Kind.SHIPPING, "Parcel", "4.90")));
    MessageContent messageContent = Messages.orderPlaced(order, ada);
    assertThat(messageContent.subject()).isEqualTo("Your order 2026-000123");
    assertThat(messageContent.body())
        .isEqualTo(
            """
            Hello Ada,

            thank you for your order 2026-000123:

            2.5 x Green tea (TEA-1) at 4.20 EUR = 10.50 EUR
              Tea week: -1.00 EUR
            2 x Cup 100% (CUP) at 3.00 EUR = 6.00 EUR
            Parcel: 4.90 EUR

            Total: 20.40 EUR
            """);
  }

  private static Adjustment adjustment(Adjustment.Kind kind, String label, String amount) {
    return new Adjustment(kind, label, Money.of(amount, "EUR"), "rule:one");
  }

  @Test
  void namesTheProductThatRunsLowWithItsNumbers() {
    Offer offer = new Offer(product, "TEA-1", "Green tea", Money.of("4.20", "EUR"), 1, null);
    MessageContent messageContent = Messages.stockRunningLow(low, offer);
    assertThat(messageContent.subject()).isEqualTo("Low stock: Green tea (TEA-1)");
    assertThat(messageContent.body())
        .contains("Available: 2.5\n")
        .contains("Threshold: 3\n")
        .contains(product.toString());
  }

  @Test
  void fallsBackToTheIdOfAWithdrawnProduct() {
    assertThat(Messages.stockRunningLow(low, null).subject())
        .isEqualTo("Low stock: product " + product);
  }

  @Test
  void tellsWhatCameBackFromWhatWasDeposited() {
    UserId ada = UserId.newId();
    Money amount = Money.of("20", "EUR");
    MessageContent messageContent =
        Messages.walletCredited(credited(ada, amount, Cause.PAYOUT_RETURNED));
    assertThat(messageContent.subject()).isEqualTo("Withdrawal of 20.00 EUR returned");
    assertThat(messageContent.body()).contains("returned to your balance").doesNotContain("eposit");
    assertThat(Messages.walletCredited(credited(ada, amount, null)).subject())
        .isEqualTo("Deposit of 20.00 EUR");
  }

  private static WalletCredited credited(UserId owner, Money amount, Cause cause) {
    return new WalletCredited(UUID.randomUUID(), NOW, owner, amount, UUID.randomUUID(), cause);
  }

  @Test
  void writesAmountsWithTheirCurrency() {
    UserId ada = UserId.newId();
    Money amount = Money.of("100.5", "USD");
    UUID id = UUID.randomUUID();
    assertThat(Messages.walletCredited(credited(ada, amount, Cause.DEPOSIT)))
        .isEqualTo(
            new MessageContent(
                "Deposit of 100.50 USD",
                "Your deposit of 100.50 USD was added to your balance.\n"));
    assertThat(Messages.walletDebited(new WalletDebited(id, NOW, ada, amount, id)).subject())
        .isEqualTo("Withdrawal of 100.50 USD");
  }

  @Test
  void greetsNobodyWithALinkThatAGuestTyped() {
    assertThat(RecipientResolver.greeted("You won: http://evil.example")).isEqualTo("customer");
    assertThat(RecipientResolver.greeted("Ada Lovelace")).isEqualTo("Ada Lovelace");
  }
}
