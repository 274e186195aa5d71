package org.orderly.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumbersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"payment\":{\"cardNumber\":\"4242424242424242\"}}",
        "{\"token\":\"4242 4242 4242 4242\"}",
        "{\"name\":\"5555-5555-5555-4444\"}",
        "{\"number\":378282246310005}",
        "{\"reason\":\"charge my 4000056655665556 please\"}"
      })
  void areFoundWhereverTheyStand(String body) {
    assertThat(CardNumbers.isIn(body)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"token\":\"tok_ok\"}",
        "{\"token\":\"pm_1MoBy5LkdIwHu7ixZhnattbh\"}",
        "{\"productId\":\"42424242-4242-4242-8242-424242424242\"}",
        "{\"amount\":{\"amount\":\"1000000000000.00\",\"currency\":\"EUR\"}}",
        "{\"reason\":\"order 4242424242424241\"}",
        "{\"postalCode\":\"424242\"}"
      })
  void areNotSeenInWhatIsNone(String body) {
    assertThat(CardNumbers.isIn(body)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\":\"\\u0034242424242424242\"}",
        "{\"\\u0034242424242424242\":1}",
        "{\"a\":[{\"b\":\"4242\\u00204242 4242 4242\"}]}",
        "{\"number\":4242424242424242.0}",
        "{\"number\":4.242424242424242E15}"
      })
  void areFoundHoweverTheyAreWrittenInJson(String body) {
    assertThat(CardNumbers.isInJson(body.getBytes(StandardCharsets.UTF_8))).isTrue();
    assertThat(CardNumbers.isInJson(body.getBytes(StandardCharsets.UTF_16BE))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"amount\":1e999999999}", "{\"a\":", "", "[1, null, true, \"x\"]"})
  void areNotSeenInOtherJson(String body) {
    assertThat(CardNumbers.isInJson(body.getBytes(StandardCharsets.UTF_8))).isFalse();
  }
}
