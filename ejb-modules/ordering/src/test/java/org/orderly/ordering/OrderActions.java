package org.orderly.ordering;

import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.orderly.catalog.ProductDraft;
import org.orderly.catalog.ProductEditor;
import org.orderly.inventory.Stock;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.PostalAddress;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;
import org.orderly.ledger.AccountKind;
import org.orderly.ledger.AccountRef;
import org.orderly.ledger.BalanceQueries;
import org.orderly.ledger.Ledger;
import org.orderly.ledger.Posting;
import org.orderly.ledger.TransactionKind;
import org.orderly.payment.method.PaymentMethod;
import org.orderly.payment.method.PaymentSelection;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.platform.idempotency.IdempotentResult;
import org.orderly.testing.Application;

/** What database tests of ordering do: open products, fill wallets, place orders. */
public final class OrderActions {

  /** The domains that an order touches. */
  public static final String[] DOMAINS = {
    "ordering", "inventory", "payment", "catalog", "identity"
  };

  /** Where orders go. */
  public static final PostalAddress HOME = OrderCommands.HOME;

  private final Application app;

  public OrderActions(Application app) {
    this.app = app;
  }

  public static Money eur(String amount) {
    return Money.of(amount, "EUR");
  }

  /** Puts a product of the shop on sale, with some pieces in stock. */
  public ProductId product(String price, int pieces) {
    return product(price, pieces, null);
  }

  /** The same for a vendor's product. */
  public ProductId product(String price, int pieces, UserId vendor) {
    String sku = "S-" + UUID.randomUUID();
    ProductDraft draft =
        new ProductDraft(sku, "Tea", "", null, eur(price), List.of("Drinks"), null, 0, null);
    ProductId id = app.bean(ProductEditor.class).add(draft, vendor).id();
    app.bean(Stock.class).open(id, 0, Quantity.of(pieces), null);
    return id;
  }

  /** A new buyer who has so much. */
  public UserId buyer(String balance) {
    UserId buyer = UserId.newId();
    if (eur(balance).isPositive()) {
      app.inTransaction(
          () ->
              app.bean(Ledger.class)
                  .post(
                      Posting.of(
                          TransactionKind.DEPOSIT,
                          UUID.randomUUID(),
                          AccountRef.ofShop(AccountKind.GATEWAY),
                          AccountRef.walletOf(buyer),
                          eur(balance))));
    }
    return buyer;
  }

  public Money wallet(UserId user) {
    return app.bean(BalanceQueries.class).wallet(user, Currency.getInstance("EUR"));
  }

  public static ProductQuantity item(ProductId product, int pieces) {
    return new ProductQuantity(product, Quantity.of(pieces));
  }

  /** Names the items, so that another order under the same key is another request. */
  private record Body(String items, String payment) {}

  public static PlaceOrder command(
      UserId buyer, String key, PaymentSelection payment, List<ProductQuantity> items) {
    IdempotencyKey request =
        IdempotencyKey.of(
            buyer, "place-order", key, new Body(String.valueOf(items), payment.method().name()));
    return new PlaceOrder(buyer, items, HOME, payment, null, null, request);
  }

  public IdempotentResult<OrderView> place(PlaceOrder command) {
    return app.bean(Checkout.class).place(command);
  }

  /** Places an order that the balance pays. */
  public OrderView place(UserId buyer, ProductQuantity... items) {
    return place(command(buyer, null, PaymentSelection.wallet(), List.of(items))).value();
  }

  /** Places an order that a bank transfer is to pay. */
  public OrderView placeByInvoice(UserId buyer, ProductQuantity... items) {
    PaymentSelection invoice = new PaymentSelection(PaymentMethod.INVOICE, null, null);
    return place(command(buyer, null, invoice, List.of(items))).value();
  }

  /** On hand and reserved. */
  public String stock(ProductId product) {
    return app.database("inventory")
        .row(
            "select trim_scale(on_hand), trim_scale(reserved) from stock_item"
                + " where product_id = ?",
            product.value());
  }

  /** The order's steps with the types of their events. */
  public List<String> steps(OrderId order) {
    return app.database("ordering")
        .rows(
            "select from_status, to_status, event_type from order_transition"
                + " where order_id = ? order by step",
            order.value());
  }

  /** The types of the order's events that wait in the outbox. */
  public List<String> events(OrderId order) {
    return app
        .database("ordering")
        .rows("select type from outbox where aggregate_id = ? order by seq", order.value())
        .stream()
        .map(row -> row.substring(1, row.length() - 1))
        .toList();
  }

  /** The order's payments: method, status, captured and refunded. */
  public List<String> payments(OrderId order) {
    return app.database("payment")
        .rows(
            "select method, status, captured, refunded from payment"
                + " where order_id = ? order by part",
            order.value());
  }

  /** Empties what the tests count. */
  public void forgetEvents() {
    for (String domain : List.of("ordering", "inventory", "payment")) {
      app.database(domain).execute("delete from outbox");
    }
  }
}
