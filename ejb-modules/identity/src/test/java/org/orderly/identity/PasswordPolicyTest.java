package org.orderly.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.orderly.kernel.InvalidValue;

class PasswordPolicyTest {

  @Test
  void takesTwelveToHundredTwentyEightCharacters() {
    assertThat(PasswordPolicy.accept("a".repeat(12))).hasSize(12);
    assertThat(PasswordPolicy.accept("a".repeat(128))).hasSize(128);
  }

  @Test
  void refusesShorterAndLongerOnes() {
    assertThatThrownBy(() -> PasswordPolicy.accept("a".repeat(11)))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> PasswordPolicy.accept("a".repeat(129)))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> PasswordPolicy.accept(null)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void keepsSpacesAndAsksForNoMixOfCharacters() {
    assertThat(PasswordPolicy.accept(" correct horse ")).isEqualTo(" correct horse ");
  }

  @Test
  void takesEquivalentSpellingsAsOnePassword() {
    String composed = "caf\u00e9 au lait noir";
    String decomposed = "cafe\u0301 au lait noir";
    assertThat(PasswordPolicy.canonical(decomposed)).isEqualTo(PasswordPolicy.canonical(composed));
  }

  @Test
  void neverHashesTextsTooLongToBeAPassword() {
    assertThat(PasswordPolicy.canonical("a".repeat(100_000))).isEmpty();
  }
}
