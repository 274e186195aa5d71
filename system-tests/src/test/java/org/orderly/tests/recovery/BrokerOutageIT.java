package org.orderly.tests.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orderly.server.component.Component;
import org.orderly.tests.support.Eventually;
import org.orderly.tests.support.IntegrityChecks;
import org.orderly.tests.support.Mails;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.ShopDatabases;
import org.orderly.tests.support.Shopper;
import org.orderly.tests.support.TestProducts;

/** The broker is away: the shop sells on, and nothing that it has to tell is lost or told twice. */
@ExtendWith(RunningShop.class)
class BrokerOutageIT {

  private static final int ORDERS = 20;

  @Test
  void tellsEachOrderOnceAfterTheBrokerIsBack() {
    TestProducts tea = TestProducts.listed("1.00", "EUR", 100, null);
    Shopper ann = Shopper.registered(RunningShop.api()).deposit("100.00", "EUR");
    List<String> numbers = new ArrayList<>();
    RunningShop.stop(Component.BROKER);
    try {
      for (int i = 0; i < ORDERS; i++) {
        numbers.add(
            ann.send("POST", "orders", Shopper.orderRequest(tea, 1))
                .expect(201)
                .get("number")
                .asText());
      }
      assertThat(waiting()).isGreaterThanOrEqualTo(ORDERS);
    } finally {
      RunningShop.start(Component.BROKER);
    }

    Eventually.see("an empty outbox", BrokerOutageIT::waiting, left -> left == 0);
    for (String number : numbers) {
      Eventually.see("a message about " + number, () -> messages(ann, number), n -> n > 0);
      Eventually.see("a mail about " + number, () -> mails(ann, number), n -> n > 0);
    }
    for (String number : numbers) {
      assertThat(messages(ann, number)).as(number).isEqualTo(1);
      assertThat(mails(ann, number)).as(number).isEqualTo(1);
    }
    assertThat(
            ShopDatabases.count(
                "notification",
                "select count(*) from (select event_id from inbox_message where user_id = ?"
                    + " group by event_id having count(*) > 1) twice",
                ann.id()))
        .isZero();
    IntegrityChecks.assertThatAllPass();
  }

  private static long waiting() {
    return ShopDatabases.count("ordering", "select count(*) from outbox");
  }

  private static long messages(Shopper shopper, String number) {
    return ShopDatabases.count(
        "notification",
        "select count(*) from inbox_message where user_id = ? and (subject || body) like ?",
        shopper.id(),
        "%" + number + "%");
  }

  private static long mails(Shopper shopper, String number) {
    return Mails.to(shopper.email()).stream().filter(mail -> mail.contains(number)).count();
  }
}
