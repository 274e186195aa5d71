package org.orderly.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventSubscriptionTest {

  private static final String NOTE =
      """
      {"eventId":"0190a5a0-0000-7000-8000-000000000001","occurredAt":"2026-11-20T10:00:00Z",
       "actor":"system","action":"stock.adjusted","subject":"a product","address":"","requestId":""}
      """;

  private final List<String> handled = new ArrayList<>();
  private final EventSubscription subscription =
      new EventSubscription()
          .on(AuditNote.class, note -> handled.add(note.action()))
          .on(List.of("OrderShipped", "OrderCancelled"), event -> handled.add(event.payload()));

  @Test
  void handsAnEventToTheHandlerOfItsType() {
    subscription.receive(new EventMessage("AuditNote", NOTE));
    subscription.receive(new EventMessage("OrderShipped", "{1}"));
    subscription.receive(new EventMessage("OrderCancelled", "{2}"));
    assertThat(handled).containsExactly("stock.adjusted", "{1}", "{2}");
  }

  @Test
  void ignoresATypeWithoutAHandler() {
    subscription.receive(new EventMessage("OrderPlaced", "{}"));
    assertThat(handled).isEmpty();
  }

  @Test
  void handsAFailureOnToTheBroker() {
    IllegalStateException failure = new IllegalStateException("no database");
    EventSubscription failing =
        new EventSubscription()
            .on(
                AuditNote.class,
                note -> {
                  throw failure;
                });
    assertThatThrownBy(() -> failing.receive(new EventMessage("AuditNote", NOTE)))
        .isSameAs(failure);
  }

  @Test
  void failsOnAPayloadThatIsNoSuchEvent() {
    assertThatThrownBy(() -> subscription.receive(new EventMessage("AuditNote", "{")))
        .isInstanceOf(UncheckedIOException.class);
  }
}
