package org.orderly.notification.webhook.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.kernel.InvalidValue;

class WebhookEventTypesTest {

  @Test
  void areChosenOnceEachOrAllTogether() {
    assertThat(WebhookEventTypes.chosen(List.of("OrderPlaced", "OrderConfirmed", "OrderPlaced")))
        .containsExactly("OrderConfirmed", "OrderPlaced");
    assertThat(WebhookEventTypes.chosen(List.of("OrderPlaced", "*"))).containsExactly("*");
  }

  @Test
  void areChosenFromWhatIsOnOfferOnly() {
    assertThatThrownBy(() -> WebhookEventTypes.chosen(List.of())).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> WebhookEventTypes.chosen(List.of("orderplaced")))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("OrderPlaced");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AuditNote", "MailedLinkRequested", "UserRegistered", "AccountPaused"})
  void areNeverOfAccountsOrTheAuditLog(String type) {
    assertThat(WebhookEventTypes.TYPES).doesNotContain(type);
  }
}
