package org.orderly.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.catalog.ProductDraft;
import org.orderly.catalog.ProductEditor;
import org.orderly.catalog.ProductNotFound;
import org.orderly.identity.event.UserErased;
import org.orderly.inventory.Stock;
import org.orderly.inventory.alert.ProductBackInStock;
import org.orderly.inventory.alert.StockDepleted;
import org.orderly.inventory.alert.StockReplenished;
import org.orderly.inventory.alert.StockRunningLow;
import org.orderly.kernel.Money;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;
import org.orderly.notification.backinstock.BackInStockRequests;
import org.orderly.notification.backinstock.ProductInStock;
import org.orderly.notification.backinstock.TooManyBackInStockRequests;
import org.orderly.testing.Application;
import org.orderly.testing.ConcurrentCalls;
import org.orderly.testing.TestDatabase;

/** Who hears of alerts, and shoppers who are told once that a product is back. */
class StockNotificationsDatabaseTest {

  private static final String SUBSCRIPTION = "notification-inventory";

  @RegisterExtension
  static final Application APP =
      Application.on("notification", "identity", "catalog", "inventory", "ordering");

  private TestDatabase database;
  private UserId vendor;
  private ProductId tea;

  @BeforeEach
  void sellOut() {
    database = APP.database("notification");
    for (String table : List.of("inbox_message", "mail_delivery", "back_in_stock_request")) {
      database.execute("delete from " + table);
    }
    APP.database("identity").execute("delete from users");
    vendor = user();
    tea = listed(0);
  }

  private static UserId user() {
    UserId id = UserId.newId();
    APP.database("identity")
        .execute(
            "insert into users (id, email, name, password_hash, created_at, version)"
                + " values (?, ?, 'Ann', '$argon2id$x', now(), 0)",
            id.value(),
            id + "@example.org");
    return id;
  }

  private ProductId listed(int pieces) {
    ProductDraft draft =
        new ProductDraft(
            "S-" + UUID.randomUUID(),
            "Green tea",
            "",
            null,
            Money.of("2.50", "EUR"),
            List.of(),
            null,
            0,
            null);
    ProductId product =
        APP.inTransaction(() -> APP.bean(ProductEditor.class).add(draft, vendor)).id();
    APP.bean(Stock.class).open(product, 0, Quantity.of(pieces), Quantity.of(3));
    return product;
  }

  private static BackInStockRequests requests() {
    return APP.bean(BackInStockRequests.class);
  }

  private static void request(UserId user, ProductId product) {
    requests().request(user, product, () -> APP.bean(Stock.class).level(product).available());
  }

  private static StockNotifications notifications() {
    return APP.bean(StockNotifications.class);
  }

  private List<String> inbox(UserId user) {
    return database.rows("select type, subject from inbox_message where user_id = ?", user.value());
  }

  private ProductBackInStock back() {
    return new ProductBackInStock(UUID.randomUUID(), Instant.now(), tea, Quantity.of(4));
  }

  @Test
  void tellsThoseWhoWaitOnceAndForgetsThem() {
    UserId ann = user();
    UserId bob = user();
    request(ann, tea);
    request(ann, tea);
    request(bob, tea);
    requests().withdraw(bob, tea);
    assertThat(requests().of(ann))
        .extracting(BackInStockRequests.BackInStockRequest::productId)
        .containsExactly(tea);

    ProductBackInStock event = back();
    notifications().backInStock(SUBSCRIPTION, event);
    notifications().backInStock(SUBSCRIPTION, event);
    notifications().backInStock(SUBSCRIPTION, back());

    assertThat(inbox(ann)).containsExactly("(back-in-stock,\"Back in stock: Green tea\")");
    assertThat(database.count("mail_delivery")).isEqualTo(1);
    assertThat(requests().isRequested(ann, tea)).isFalse();
    assertThat(inbox(bob)).isEmpty();
  }

  @Test
  void tellsOnceAlsoWhenTheEventComesToManyConsumersAtOnce() {
    UserId ann = user();
    request(ann, tea);
    ProductBackInStock event = back();

    assertThat(
            ConcurrentCalls.run(
                6,
                i -> {
                  notifications().backInStock(SUBSCRIPTION, event);
                  return i;
                }))
        .allMatch(ConcurrentCalls.Outcome::succeeded);
    assertThat(inbox(ann)).hasSize(1);
  }

  @Test
  void refusesWhatNeedNotBeAwaited() {
    UserId ann = user();
    ProductId pot = listed(1);
    assertThatThrownBy(() -> request(ann, pot)).isInstanceOf(ProductInStock.class);
    assertThatThrownBy(() -> request(ann, ProductId.newId())).isInstanceOf(ProductNotFound.class);
    assertThat(database.count("back_in_stock_request")).isZero();
    for (int i = 0; i < 100; i++) {
      database.execute(
          "insert into back_in_stock_request values (gen_random_uuid(), ?, now())", ann.value());
    }
    assertThatThrownBy(() -> request(ann, tea)).isInstanceOf(TooManyBackInStockRequests.class);
  }

  @Test
  void refusesARequestWhenTheProductComesInMeanwhile() {
    UserId ann = user();
    Iterator<Quantity> available = List.of(Quantity.ZERO, Quantity.of(1)).iterator();
    assertThatThrownBy(() -> requests().request(ann, tea, available::next))
        .isInstanceOf(ProductInStock.class);
    assertThat(requests().isRequested(ann, tea)).isFalse();
  }

  @Test
  void forgetsWhatAnErasedUserWaitedFor() {
    UserId ann = user();
    request(ann, tea);
    UserErased erased = new UserErased(UUID.randomUUID(), Instant.now(), ann);
    APP.bean(NotificationErasure.class).forget("notification-identity", erased);
    assertThat(requests().isRequested(ann, tea)).isFalse();
  }

  @Test
  void tellsTheVendorOfAlertsOfProductsThatHaveAThreshold() {
    Quantity three = Quantity.of(3);
    notifications()
        .runningLow(
            SUBSCRIPTION,
            new StockRunningLow(UUID.randomUUID(), Instant.now(), tea, Quantity.of(2), three));
    notifications()
        .depleted(SUBSCRIPTION, new StockDepleted(UUID.randomUUID(), Instant.now(), tea, three));
    notifications()
        .depleted(SUBSCRIPTION, new StockDepleted(UUID.randomUUID(), Instant.now(), tea, null));
    notifications()
        .replenished(
            SUBSCRIPTION,
            new StockReplenished(UUID.randomUUID(), Instant.now(), tea, Quantity.of(9), three));

    assertThat(
            database.rows(
                "select split_part(subject, ':', 1) from inbox_message where user_id = ?"
                    + " order by subject",
                vendor.value()))
        .containsExactly("(\"Low stock\")", "(\"Out of stock\")", "(\"Stock replenished\")");
  }
}
