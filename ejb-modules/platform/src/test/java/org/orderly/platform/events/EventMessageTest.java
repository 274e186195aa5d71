package org.orderly.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class EventMessageTest {

  private static final String PAYLOAD =
      """
      {"eventId":"0190a5a0-0000-7000-8000-000000000001","occurredAt":"2026-11-20T10:00:00Z",
       "actor":"system","action":"stock.adjusted","subject":"a product","address":"","requestId":"",
       "addedLater":{"any":"thing"}}
      """;

  @Test
  void readsAnEventThatHasGainedFields() {
    AuditNote event = new EventMessage("AuditNote", PAYLOAD).as(AuditNote.class);
    assertThat(event.action()).isEqualTo("stock.adjusted");
    assertThat(event.before()).isNull();
  }

  @Test
  void failsOnWhatIsNoEventSoThatItBecomesADeadLetter() {
    EventMessage broken = new EventMessage("AuditNote", "{\"eventId\":");
    assertThatThrownBy(() -> broken.as(AuditNote.class)).isInstanceOf(UncheckedIOException.class);
  }
}
