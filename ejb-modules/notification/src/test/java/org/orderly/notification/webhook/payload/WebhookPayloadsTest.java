package org.orderly.notification.webhook.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.platform.json.Json;

class WebhookPayloadsTest {

  private static final String TEXT =
      """
      # about the trade
      Traded
        id price.amount
        private buyer.name
        lines.tags lines.price.amount

      Hidden
        internal about people
      """;

  @Test
  void readsWhatIsSentWithheldAndInternal() {
    Map<String, WebhookPayload> declared = WebhookPayloads.parse(TEXT);
    assertThat(declared).containsOnlyKeys("Traded", "Hidden");
    assertThat(declared.get("Traded").sent())
        .isEqualTo(Set.of("id", "price.amount", "lines.tags", "lines.price.amount"));
    assertThat(declared.get("Traded").withheld()).containsExactly("buyer.name");
    assertThat(declared.get("Traded").internal()).isEmpty();
    assertThat(declared.get("Hidden").internal()).contains("about people");
  }

  @Test
  void sendsDeclaredMembersOfObjectsAndListsAsTheyAre() {
    assertThat(
            sent(
                """
                {"id":null,"price":{"amount":1.5,"currency":"EUR"},"buyer":{"name":"Ann"},
                 "lines":[{"tags":["a","b"],"price":{"amount":2}},{"tags":[],"price":null,"x":1}]}"""))
        .isEqualTo(
            "{\"id\":null,\"price\":{\"amount\":1.5},"
                + "\"lines\":[{\"tags\":[\"a\",\"b\"],\"price\":{\"amount\":2}},"
                + "{\"tags\":[],\"price\":null}]}");
  }

  @Test
  void sendsNothingOfAMemberThatChangedItsShape() {
    assertThat(
            sent(
                "{\"id\":{\"name\":\"Ann\"},\"price\":\"Ann\",\"lines\":[[{\"x\":\"Ann\"}],\"Ann\"]}"))
        .isEqualTo("{\"lines\":[[{}]]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "  id",
        "Traded",
        "Traded\n  id\n  internal why",
        "Traded\n  id\nTraded\n  id",
        "Traded\n  id id",
      })
  void refuseWhatDeclaresNothingOrTwice(String text) {
    assertThatThrownBy(() -> WebhookPayloads.parse(text))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("webhook-payloads.txt");
  }

  private static String sent(String event) {
    try {
      ObjectNode payload = (ObjectNode) Json.mapper().readTree(event);
      return WebhookPayloads.parse(TEXT).get("Traded").of(payload).toString();
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
