package org.orderly.notification.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class MailQueueTest {

  private final UUID event = UUID.randomUUID();
  private final UUID ada = UUID.randomUUID();

  @Test
  void givesOneNoticeTheSameIdHoweverOftenItIsWritten() {
    assertThat(MailQueue.idOf(event, ada)).isEqualTo(MailQueue.idOf(event, ada));
  }

  @Test
  void tellsRecipientsAndEventsApart() {
    assertThat(MailQueue.idOf(event, ada))
        .isNotEqualTo(MailQueue.idOf(event, UUID.randomUUID()))
        .isNotEqualTo(MailQueue.idOf(UUID.randomUUID(), ada));
  }
}
