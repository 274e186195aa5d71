package org.orderly.notification.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class MailRepositoryTest {

  private final UUID event = UUID.randomUUID();
  private final UUID ada = UUID.randomUUID();

  @Test
  void givesOneNoticeTheSameIdHoweverOftenItIsWritten() {
    assertThat(MailRepository.idOf(event, ada)).isEqualTo(MailRepository.idOf(event, ada));
  }

  @Test
  void tellsRecipientsAndEventsApart() {
    assertThat(MailRepository.idOf(event, ada))
        .isNotEqualTo(MailRepository.idOf(event, UUID.randomUUID()))
        .isNotEqualTo(MailRepository.idOf(UUID.randomUUID(), ada));
  }
}
