package org.orderly.web.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.kernel.DomainException;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Money;
import org.orderly.kernel.Quantity;

class JsonBodiesTest {

  record Item(Quantity quantity, Money price) {}

  record Body(String name, Integer count, Boolean flag, List<Item> items) {}

  @Test
  void readsWhatItUnderstandsAndPassesOverTheRest() throws Exception {
    Body body = read("{\"name\":\"tea\",\"count\":3,\"new\":{\"a\":[1]},\"items\":[]}");
    assertThat(body).isEqualTo(new Body("tea", 3, null, List.of()));
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

  private static Body read(String body) throws IOException {
    return read(body.getBytes(StandardCharsets.UTF_8));
  }

  @SuppressWarnings("unchecked")
  private static Body read(byte[] body) throws IOException {
    Class<?> type = Body.class;
    return (Body)
        new JsonBodies()
            .readFrom((Class<Object>) type, type, null, null, null, new ByteArrayInputStream(body));
  }
}
