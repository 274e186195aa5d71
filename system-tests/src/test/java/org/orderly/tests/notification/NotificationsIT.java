package org.orderly.tests.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orderly.tests.support.Api;
import org.orderly.tests.support.Eventually;
import org.orderly.tests.support.LifeOfOrders;
import org.orderly.tests.support.Mails;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.ShopDatabases;
import org.orderly.tests.support.Shopper;
import org.orderly.tests.support.TestProducts;

/** Buyers are told what becomes of their orders, once each; guests by mail alone. */
@ExtendWith(RunningShop.class)
class NotificationsIT {

  private static final Pattern LINK =
      Pattern.compile("/#/guest-order\\?id=([0-9a-f-]{36})&token=([A-Za-z0-9_-]+)");

  private final Api api = RunningShop.api();

  @Test
  void tellBuyersOfEveryStepOnce() {
    Shopper ann = Shopper.registered(api).deposit("50.00", "EUR");
    LifeOfOrders orders = new LifeOfOrders(ann, TestProducts.listed("2.00", "EUR", 20, null));
    orders.bringOneThereAndBack();
    orders.changeOneAndCallItOff();
    orders.leaveOneUnpaid();
    List<String> expected =
        List.of(
            "order-placed",
            "order-placed",
            "order-placed",
            "order-edited",
            "order-cancelled",
            "order-shipped",
            "order-delivered",
            "return-refused",
            "return-approved",
            "order-returned",
            "payment-refunded",
            "payment-pending");
    Eventually.see("every notice", () -> types(ann), types -> types.containsAll(expected));
    Eventually.see(
        "the mails too",
        () -> Mails.to(ann.email()),
        mails ->
            mails.stream().anyMatch(mail -> mail.contains("by Pigeon Post, tracking number P-1"))
                && mails.stream().anyMatch(mail -> mail.contains("was cancelled"))
                && mails.stream().anyMatch(mail -> mail.contains("Reference: 20")));
    assertThat(Mails.to(ann.email()))
        .as("nobody's typed reason is mailed")
        .noneMatch(mail -> mail.contains("changed my mind"));
    assertThat(
            ShopDatabases.count(
                "notification",
                "select count(*) from (select event_id from inbox_message where user_id = ?"
                    + " group by event_id having count(*) > 1) twice",
                ann.id()))
        .isZero();
  }

  @Test
  void reachGuestsByMailWithALinkThatOpensTheOrder() {
    String email = "guest-" + UUID.randomUUID() + "@example.org";
    TestProducts tea = TestProducts.listed("2.00", "EUR", 10, null);
    Map<String, Object> orderRequest =
        Map.of(
            "email",
            email,
            "items",
            List.of(Map.of("productId", tea.id(), "quantity", 2)),
            "shippingAddress",
            Shopper.HOME,
            "payment",
            Map.of("method", "invoice"));
    JsonNode order =
        api.send(
                Api.json(
                    api.request("guest/orders").header("Idempotency-Key", email),
                    "POST",
                    Api.text(orderRequest)))
            .expect(201);

    List<String> mails =
        Eventually.see("two mails", () -> Mails.to(email), found -> found.size() == 2);
    assertThat(mails).anyMatch(mail -> mail.contains("Please pay for your order"));
    Matcher link = LINK.matcher(mails.get(0));
    assertThat(link.find()).as("a link in " + mails.get(0)).isTrue();
    assertThat(link.group(1)).isEqualTo(order.get("id").asText());
    String path = "orders/" + link.group(1) + "?token=" + link.group(2);
    assertThat(api.get(path).expect(200).get("number")).isEqualTo(order.get("number"));
    Eventually.see(
        "that nobody keeps the link",
        () ->
            ShopDatabases.count(
                "notification",
                "select count(*) from mail_delivery where recipient = ? and body <> ''",
                email),
        kept -> kept == 0);
  }

  private static List<String> types(Shopper shopper) {
    return shopper.get("notifications?limit=100").expect(200).get("items").findValuesAsText("type");
  }
}
