package org.orderly.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.identity.event.UserErased;
import org.orderly.identity.person.Contact;
import org.orderly.kernel.UserId;
import org.orderly.testing.Application;
import org.orderly.testing.ConcurrentCalls;
import org.orderly.testing.TestDatabase;

/** An event is told to every channel once, and forgotten with the person whom it was told to. */
class NotificationDispatcherDatabaseTest {

  private static final String SUBSCRIPTION = "notification-ordering";

  @RegisterExtension static final Application APP = Application.on("notification", "identity");

  private final UUID event = UUID.randomUUID();
  private final UserId ann = UserId.newId();
  private final UserId bob = UserId.newId();
  private TestDatabase database;
  private NotificationDispatcher dispatcher;

  @BeforeEach
  void begin() {
    database = APP.database("notification");
    database.execute("delete from inbox_message");
    database.execute("delete from mail_delivery");
    database.execute("delete from webhook_event");
    dispatcher = APP.bean(NotificationDispatcher.class);
  }

  private Notification to(UserId user, boolean secret) {
    Contact contact = new Contact(user, user + "@example.org", "Ann", true);
    return new Notification(
        event, contact, "order-placed", new MessageContent("Placed", "Thank you"), secret);
  }

  @Test
  void tellsEveryChannelOnce() {
    for (int i = 0; i < 2; i++) {
      dispatcher.announce(SUBSCRIPTION, event, List.of(to(ann, false), to(bob, false)));
    }
    assertThat(database.count("inbox_message where event_id = ?", event)).isEqualTo(2);
    assertThat(database.count("mail_delivery where event_id = ?", event)).isEqualTo(2);
    assertThat(dispatcher.announced(SUBSCRIPTION, event)).isTrue();
    assertThat(dispatcher.announced("another", event)).isFalse();
  }

  @Test
  void tellsOnceHoweverManyConsumersHaveTheEvent() {
    ConcurrentCalls.run(
            6,
            i -> {
              dispatcher.announce(SUBSCRIPTION, event, List.of(to(ann, false)));
              return i;
            })
        .forEach(outcome -> assertThat(outcome.succeeded()).isTrue());
    assertThat(database.count("inbox_message")).isEqualTo(1);
    assertThat(database.count("mail_delivery")).isEqualTo(1);
  }

  @Test
  void resolvesTheRecipientsOfEventsThatShareATransaction() {
    UUID registered = UUID.randomUUID();
    APP.database("identity")
        .execute(
            "insert into users (id, email, name, password_hash, created_at, version)"
                + " values (?, ?, 'Ann', '$argon2id$x', now(), 0)",
            registered,
            registered + "@example.org");
    UserId known = new UserId(registered);
    ConcurrentCalls.run(
            16,
            i -> {
              UUID each = UUID.randomUUID();
              dispatcher.announce(
                  SUBSCRIPTION,
                  each,
                  Set.of(i % 2 == 0 ? known : bob),
                  contacts ->
                      contacts.values().stream()
                          .filter(who -> i % 2 == 0)
                          .map(who -> note(each, who))
                          .toList());
              return each;
            })
        .forEach(
            outcome -> assertThat(dispatcher.announced(SUBSCRIPTION, outcome.value())).isTrue());

    assertThat(database.count("inbox_message where user_id = ?", registered)).isEqualTo(8);
    assertThat(database.count("inbox_message")).as("nothing for who is gone").isEqualTo(8);
    assertThat(database.rows("select distinct recipient from mail_delivery"))
        .containsExactly("(" + registered + "@example.org)");
  }

  private static Notification note(UUID event, Contact who) {
    return new Notification(
        event, who, "order-placed", new MessageContent("Placed", "Thank you, " + who.name()));
  }

  @Test
  void tellsASecretByMailAlone() {
    dispatcher.announce(SUBSCRIPTION, event, List.of(to(ann, true)));
    assertThat(database.count("inbox_message")).isZero();
    assertThat(database.count("mail_delivery where secret")).isEqualTo(1);
  }

  @Test
  void forgetsWhatWasToldToSomebodyErased() {
    dispatcher.announce(SUBSCRIPTION, event, List.of(to(ann, false), to(bob, false)));
    database.execute(
        "insert into webhook_event (id, type, occurred_at, user_id, body, created_at)"
            + " values (gen_random_uuid(), 'OrderPlaced', now(), ?, '{}', now())",
        ann.value());
    UserErased erased = new UserErased(UUID.randomUUID(), Instant.now(), ann);
    for (int i = 0; i < 2; i++) {
      APP.bean(NotificationErasure.class).forget("notification-identity", erased);
    }
    assertThat(database.rows("select user_id from inbox_message")).containsExactly("(" + bob + ")");
    assertThat(database.rows("select user_id from mail_delivery")).containsExactly("(" + bob + ")");
    assertThat(database.count("webhook_event")).isZero();
  }
}
