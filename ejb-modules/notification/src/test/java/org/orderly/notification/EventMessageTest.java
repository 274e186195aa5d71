package org.orderly.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.orderly.identity.UserRegistered;

class EventMessageTest {

  private static final String PAYLOAD =
      """
      {"eventId":"0190a5a0-0000-7000-8000-000000000001","occurredAt":"2026-11-20T10:00:00Z",
       "userId":"0190a5a0-0000-7000-8000-000000000002","addedLater":{"any":"thing"}}
      """;

  @Test
  void readsAnEventThatHasGainedFields() {
    UserRegistered event = new EventMessage("UserRegistered", PAYLOAD).as(UserRegistered.class);
    assertThat(event.userId()).hasToString("0190a5a0-0000-7000-8000-000000000002");
  }

  @Test
  void failsOnWhatIsNoEventSoThatItBecomesADeadLetter() {
    EventMessage broken = new EventMessage("UserRegistered", "{\"eventId\":");
    assertThatThrownBy(() -> broken.as(UserRegistered.class))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void handsAFailureOnToTheBroker() {
    EventMessage event = new EventMessage("UserRegistered", PAYLOAD);
    IllegalStateException failure = new IllegalStateException("no database");
    assertThatThrownBy(
            () ->
                event.handOver(
                    taken -> {
                      throw failure;
                    }))
        .isSameAs(failure);
  }
}
