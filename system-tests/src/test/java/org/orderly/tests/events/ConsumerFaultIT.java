package org.orderly.tests.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orderly.tests.support.Eventually;
import org.orderly.tests.support.Mails;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.ShopDatabases;
import org.orderly.tests.support.Shopper;

/** A consumer that fails halfway: what it had done is undone, and the event comes again. */
@ExtendWith(RunningShop.class)
class ConsumerFaultIT {

  @Test
  void takesAnEventInTogetherWithItsEffectOrNotAtAll() throws SQLException {
    long before = entered();
    long rolledBack = rolledBack();
    run("alter table inbox_message rename to inbox_message_away");
    run("alter table mail_delivery rename to mail_delivery_away");
    Shopper ann;
    try {
      ann = Shopper.registered(RunningShop.api());
      Eventually.see("an event that waits", () -> waiting(ann), n -> n == 0);
      Eventually.see("an attempt", ConsumerFaultIT::rolledBack, n -> n > rolledBack);
      assertThat(entered()).isEqualTo(before);
      assertThat(Mails.to(ann.email())).isEmpty();
    } finally {
      run("alter table inbox_message_away rename to inbox_message");
      run("alter table mail_delivery_away rename to mail_delivery");
    }

    Eventually.see("the message", () -> messages(ann), n -> n > 0);
    Eventually.see("both mails", () -> Mails.to(ann.email()).size(), n -> n > 1);
    String secret = Mails.secret(ann.email(), "verify");
    Map<String, String> link = Map.of("token", secret);
    ann.send("POST", "auth/verify-email", link).expect(204);
    assertThat(messages(ann)).isEqualTo(1);
    assertThat(Mails.to(ann.email())).hasSize(2);
    assertThat(entered()).isEqualTo(before + 2);
  }

  private static long entered() {
    return ShopDatabases.count(
        "notification", "select count(*) from inbox where subscription = 'notification-identity'");
  }

  /** Rolled back work leaves its trace in the database's own statistics. */
  private static long rolledBack() {
    return ShopDatabases.count(
        "notification",
        "select xact_rollback from pg_stat_database where datname = current_database()");
  }

  private static long waiting(Shopper shopper) {
    return ShopDatabases.count(
        "identity",
        "select count(*) from outbox where aggregate_id::text = ?",
        shopper.id().toString());
  }

  private static long messages(Shopper shopper) {
    return ShopDatabases.count(
        "notification", "select count(*) from inbox_message where user_id = ?", shopper.id());
  }

  private static void run(String sql) throws SQLException {
    try (Connection connection = ShopDatabases.connect("notification");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
