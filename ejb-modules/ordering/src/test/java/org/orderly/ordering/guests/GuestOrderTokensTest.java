package org.orderly.ordering.guests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.kernel.OrderId;

class GuestOrderTokensTest {

  private static final String KEY = "a key that is long enough to be secret";

  private final GuestOrderTokens links = new GuestOrderTokens(Optional.of(KEY));
  private final OrderId order = OrderId.newId();

  @Test
  void opensTheOrderThatTheTokenWasMadeForAndNoOther() {
    String token = links.token(order);
    assertThat(links.opens(token, order)).isTrue();
    assertThat(links.opens(token, OrderId.newId())).isFalse();
  }

  @Test
  void makesTheSameTokenOnEveryInstanceWithTheSameKeyOnly() {
    GuestOrderTokens other = new GuestOrderTokens(Optional.of(KEY));
    GuestOrderTokens stranger = new GuestOrderTokens(Optional.of(KEY + "!"));
    assertThat(other.token(order)).isEqualTo(links.token(order));
    assertThat(stranger.opens(links.token(order), order)).isFalse();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "AAAA", "Žluťoučký"})
  void opensNothingWithOtherTexts(String token) {
    assertThat(links.opens(token, order)).isFalse();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "short"})
  void makesNoTokensWithoutASecretKey(String key) {
    GuestOrderTokens keyless = new GuestOrderTokens(Optional.ofNullable(key));
    assertThatThrownBy(() -> keyless.token(order)).isInstanceOf(NoGuestCheckout.class);
    assertThat(keyless.opens(links.token(order), order)).isFalse();
    assertThatThrownBy(keyless::requireKey).isInstanceOf(NoGuestCheckout.class);
  }
}
