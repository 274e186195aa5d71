package org.orderly.tests.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orderly.tests.support.Api;
import org.orderly.tests.support.Eventually;
import org.orderly.tests.support.Mails;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.ShopDatabases;
import org.orderly.tests.support.Shopper;
import org.orderly.tests.support.TestProducts;

/** Nobody can have the shop send any number of mails to an address that is not theirs. */
@ExtendWith(RunningShop.class)
class UnconfirmedMailsIT {

  private static final int AN_HOUR = 100;

  private final Api api = RunningShop.api();
  private final TestProducts tea = TestProducts.listed("1.00", "EUR", 20, null);

  @Test
  void withholdsMailsAboveTheLimitUntilTheAddressIsConfirmed() throws SQLException {
    Shopper ann = rich();
    String secret = Mails.secret(ann.email(), "verify");
    mailedBefore(ann.email(), AN_HOUR);

    ann.send("POST", "orders", Shopper.orderRequest(tea, 1)).expect(201);
    Eventually.see("a withheld mail", () -> mails(ann, "WITHHELD"), count -> count.equals("1"));
    Eventually.see(
        "the inbox",
        () -> ann.get("notifications").expect(200).toString(),
        inbox -> inbox.contains("order-placed"));
    assertThat(Mails.to(ann.email())).noneMatch(mail -> mail.contains("Teapot"));

    String body = Api.text(Map.of("token", secret));
    assertThat(api.send(Api.json(api.request("auth/verify-email"), "POST", body)).status())
        .isEqualTo(204);
    ann.send("POST", "orders", Shopper.orderRequest(tea, 1)).expect(201);
    Eventually.see(
        "the mail of the next order",
        () -> Mails.to(ann.email()),
        mails -> mails.stream().anyMatch(mail -> mail.contains("Teapot")));
    assertThat(mails(ann, "WITHHELD")).isEqualTo("1");
  }

  @Test
  void spellingAnAddressInCapitalsIsNotAnotherQuota() throws SQLException {
    Shopper ann = rich();
    mailedBefore(ann.email().toUpperCase(Locale.ROOT), AN_HOUR);
    ann.send("POST", "orders", Shopper.orderRequest(tea, 1)).expect(201);
    Eventually.see("a withheld mail", () -> mails(ann, "WITHHELD"), count -> count.equals("1"));
  }

  /** Mails of an hour ago: who has waited gets the next. */
  @Test
  void sendsAgainWhenTheHourIsOver() throws SQLException {
    Shopper ann = rich();
    mailedBefore(ann.email(), AN_HOUR);
    run(
        "update mail_delivery set created_at = created_at - interval '61 minutes'"
            + " where recipient = ?",
        ann.email());
    ann.send("POST", "orders", Shopper.orderRequest(tea, 1)).expect(201);
    Eventually.see(
        "the order's mail",
        () -> Mails.to(ann.email()),
        mails -> mails.stream().anyMatch(mail -> mail.contains("Teapot")));
  }

  /** With money, and the mail about it, which would else come somewhere among the others. */
  private Shopper rich() {
    Shopper ann = Shopper.registered(api).deposit("50.00", "EUR");
    Eventually.see(
        "the mail about the deposit",
        () -> Mails.to(ann.email()),
        mails -> mails.stream().anyMatch(mail -> mail.contains("50.00")));
    return ann;
  }

  private static String mails(Shopper who, String status) {
    return ShopDatabases.one(
        "notification",
        "select count(*) from mail_delivery where recipient = ? and status = ?",
        who.email(),
        status);
  }

  private static void mailedBefore(String address, int count) throws SQLException {
    run(
        "insert into mail_delivery (id, event_id, user_id, recipient, recipient_name, subject, body,"
            + " secret, status, attempts, created_at, next_attempt_at, sent_at)"
            + " select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), ?, 'x', 'x', '',"
            + " false, 'SENT', 1, now(), now(), now() from generate_series(1, "
            + count
            + ")",
        address);
  }

  private static void run(String sql, String value) throws SQLException {
    try (Connection connection = ShopDatabases.connect("notification");
        PreparedStatement change = connection.prepareStatement(sql)) {
      change.setString(1, value);
      change.executeUpdate();
    }
  }
}
