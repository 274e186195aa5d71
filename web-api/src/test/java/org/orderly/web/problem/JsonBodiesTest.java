package org.orderly.web.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.kernel.DomainException;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Money;
import org.orderly.kernel.PostalAddress;
import org.orderly.kernel.Quantity;

class JsonBodiesTest {

  record Item(Quantity quantity, Money price) {}

  record Body(String name, Integer count, Boolean flag, List<Item> items) {}

  record Sent(PostalAddress shippingAddress, Money total) {}

  @Test
  void readsWhatItUnderstands() throws Exception {
    Body body = read("{\"name\":\"tea\",\"count\":3,\"items\":[]}");
    assertThat(body).isEqualTo(new Body("tea", 3, null, List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"new\":{\"a\":[1]},\"name\":\"tea\"} | new | count, flag, items, name",
        "{\"name\":\"tea\",\"Name\":1} | Name | count, flag, items, name",
        "{\"items\":[{},{\"amount\":1}]} | items[1].amount | price, quantity",
        "{\"items\":[{\"price\":{\"amount\":\"1\",\"currency\":\"EUR\",\"tax\":1}}]} "
            + "| items[0].price.tax | amount, currency"
      })
  void namesTheMemberThatItDoesNotKnowAndThoseThatItDoes(String body, String path, String known) {
    assertThatThrownBy(() -> read(body))
        .isInstanceOfSatisfying(
            UnreadableBody.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo("unknown-member");
              assertThat(refusal).hasMessage(path + " is not known; known here: " + known);
              assertThat(refusal.details().get("errors").toString()).contains(path);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"})
  void readsNoOtherEncodingThanUtf8(String charset) throws Exception {
    byte[] body = "{\"name\":\"tea\"}".getBytes(charset);
    assertThatThrownBy(() -> read(body)).isInstanceOf(UnreadableBody.class);
  }

  @Test
  void refusesATypeThatSaysAnotherEncoding() {
    MediaType utf16 = MediaType.valueOf("application/json; charset=utf-16");
    assertThatThrownBy(() -> read("{}".getBytes(StandardCharsets.UTF_8), utf16))
        .isInstanceOf(NotSupportedException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0000", "0008", "001b", "007f", "0085", "202e", "2066", "d800", "dc00"})
  void refusesCharactersThatNoTextHolds(String hex) {
    assertThatThrownBy(() -> read("{\"name\":\"tea\\u" + hex + "\"}"))
        .isInstanceOf(UnreadableBody.class)
        .hasMessage("name contains a character that is not allowed: U+" + hex.toUpperCase());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2028", "200f", "200d", "0009", "000a", "d83d\\ude00", "ffff"})
  void readsEveryOtherCharacter(String hex) throws Exception {
    assertThat(read("{\"name\":\"\\u" + hex + "\"}").name()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "{",
        "}",
        "{\"name\":}",
        "{name:\"tea\"}",
        "{'name':'tea'}",
        "{\"name\":\"tea\",}",
        "{\"name\":\"tea\"} x",
        "{\"name\":\"tea\"}{}",
        "{\"name\":\"a\",\"name\":\"b\"}",
        "[]",
        "\"tea\"",
        "12",
        "{\"count\":NaN}",
        "{\"count\":01}",
        "// no\n{}",
        "\u0000"
      })
  void refusesWhatIsNotWellFormedOrOfAnotherShape(String body) {
    assertThatThrownBy(() -> read(body))
        .isInstanceOfSatisfying(
            UnreadableBody.class,
            refusal -> assertThat(refusal.code()).isEqualTo("malformed-body"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"count\":\"3\"} | count",
        "{\"count\":3.5} | count",
        "{\"count\":true} | count",
        "{\"count\":99999999999} | count",
        "{\"flag\":\"true\"} | flag",
        "{\"flag\":1} | flag",
        "{\"name\":{}} | name",
        "{\"name\":5} | name",
        "{\"name\":true} | name",
        "{\"items\":{}} | items",
        "{\"items\":[1]} | items[0]",
        "{\"items\":[{},{\"quantity\":\"1\"}]} | items[1].quantity",
        "{\"items\":[{\"price\":\"1 EUR\"}]} | items[0].price"
      })
  void namesTheMemberOfAWrongType(String body, String field) {
    assertThatThrownBy(() -> read(body))
        .isInstanceOfSatisfying(
            UnreadableBody.class,
            refusal -> {
              assertThat(refusal.getMessage()).startsWith(field + " ");
              assertThat(refusal.details().get("errors").toString()).contains(field);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"quantity\":-1}",
        "{\"quantity\":1e2000000000}",
        "{\"price\":{\"amount\":\"1.001\",\"currency\":\"EUR\"}}",
        "{\"price\":{\"amount\":\"1\",\"currency\":\"EURO\"}}"
      })
  void letsValuesSayThemselvesWhatIsWrong(String item) {
    assertThatThrownBy(() -> read("{\"items\":[" + item + "]}")).isInstanceOf(InvalidValue.class);
  }

  @Test
  void refusesBytesThatAreNoText() {
    byte[] notUtf8 = {'{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xff, '"', '}'};
    assertThatThrownBy(() -> read(notUtf8)).isInstanceOf(DomainException.class);
  }

  @Test
  void namesTheMembersOfAnAddressWithItsOwnName() {
    String address = "{\"name\":\"Ada\",\"street\":\"\",\"city\":\"Leeds\",\"country\":\"GB\"}";
    assertThat(refusal("{\"shippingAddress\":" + address + "}"))
        .hasEntrySatisfying(
            "errors",
            errors ->
                assertThat(errors)
                    .isEqualTo(
                        List.of(
                            Map.of(
                                "field", "shippingAddress.street", "message", "must not be blank"),
                            Map.of(
                                "field", "shippingAddress.postalCode", "message", "is missing"))));
    assertThat(refusal("{\"total\":{\"amount\":\"x\",\"currency\":\"EUR\"}}"))
        .as("other values keep their names")
        .containsEntry("field", "amount");
  }

  private static Map<String, Object> refusal(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return catchThrowableOfType(DomainException.class, () -> read(Sent.class, bytes, null))
        .details();
  }

  private static Body read(String body) throws IOException {
    return read(body.getBytes(StandardCharsets.UTF_8));
  }

  private static Body read(byte[] body) throws IOException {
    return read(body, null);
  }

  private static Body read(byte[] body, MediaType media) throws IOException {
    return (Body) read(Body.class, body, media);
  }

  @SuppressWarnings("unchecked")
  private static Object read(Class<?> type, byte[] body, MediaType media) throws IOException {
    return new JsonBodies()
        .readFrom((Class<Object>) type, type, null, media, null, new ByteArrayInputStream(body));
  }
}
