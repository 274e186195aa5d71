package org.orderly.payment.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.kernel.InvalidValue;

class CardTokenTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"tok_ok", "pm_card_visa", "pm_1MoBy5LkdIwHu7ixZhnattbh", "tok-12345678901"})
  void takesWhatAGatewayCallsACard(String token) {
    assertThat(CardToken.require(token)).isEqualTo(token);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4242424242424242",
        "tok_4242 4242 4242 4242",
        "4242-4242-4242-4242",
        "pm_123456789012"
      })
  void refusesWhatLooksLikeACardNumberAndDoesNotRepeatIt(String number) {
    assertThatThrownBy(() -> CardToken.require(number))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("card number")
        .hasMessageNotContaining("4242")
        .hasMessageNotContaining("1234");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "1tok", "tok ok", "tok\nok", "tok/../x"})
  void refusesWhatIsNoToken(String token) {
    assertThatThrownBy(() -> CardToken.require(token))
        .isInstanceOf(InvalidValue.class)
        .hasMessageNotContaining("card number");
  }
}
