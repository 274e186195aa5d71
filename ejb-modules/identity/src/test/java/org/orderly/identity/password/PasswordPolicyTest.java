package org.orderly.identity.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

  private static final String EMAIL = "ada.byron@example.org";
  private static final String NAME = "Ada Lovelace";

  private final PasswordPolicy policy = new PasswordPolicy(new CommonPasswords(), 12, 128);

  @Test
  void takesTwelveToHundredTwentyEightCharacters() {
    assertThat(accept("ab".repeat(6))).hasSize(12);
    assertThat(accept("ab".repeat(64))).hasSize(128);
  }

  @Test
  void refusesShorterAndLongerOnes() {
    refuses("ab".repeat(5) + "a", "password-length");
    refuses("ab".repeat(64) + "a", "password-length");
    refuses(null, "password-length");
  }

  @Test
  void asksForTheLengthThatIsConfigured() {
    PasswordPolicy longer = new PasswordPolicy(new CommonPasswords(), 16, 20);
    assertThatThrownBy(() -> longer.accept("correct horse", EMAIL, NAME))
        .hasMessageContaining("16 to 20");
    assertThat(longer.accept("correct horses run", EMAIL, NAME)).isEqualTo("correct horses run");
  }

  @Test
  void doesNotStartWithLengthsThatMakeNoSense() {
    assertThatThrownBy(() -> new PasswordPolicy(new CommonPasswords(), 7, 128))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new PasswordPolicy(new CommonPasswords(), 12, 11))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new PasswordPolicy(new CommonPasswords(), 12, 100_000))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void keepsSpacesAndAsksForNoMixOfCharacters() {
    assertThat(accept(" correct horse ")).isEqualTo(" correct horse ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"password1234", "PassWord1234", "123456789012", "qwertyuiop12"})
  void refusesWhatGuessersTryFirstInAnyCase(String common) {
    refuses(common, "password-too-common");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada.byron@example.org",
        "ADA.BYRON@EXAMPLE.ORG",
        "my Ada.Byron 1815 rocks",
        "Ada Lovelace",
        "adalovelace1815",
        "lovelace-1815",
      })
  void refusesWhatSaysWhoseItIs(String personal) {
    refuses(personal, "password-personal");
  }

  @Test
  void takesAWordOfTheNameAmongEnoughOthers() {
    assertThat(accept("a lovelace of brussels bobbins")).isNotEmpty();
  }

  @Test
  void findsNothingPersonalInVeryShortNames() {
    assertThat(policy.accept("a red bed for ted", "ed@example.org", "Ed")).isNotEmpty();
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

  private String accept(String typed) {
    return policy.accept(typed, EMAIL, NAME);
  }

  private void refuses(String typed, String code) {
    assertThatThrownBy(() -> accept(typed))
        .isInstanceOfSatisfying(
            UnacceptablePassword.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.details()).containsEntry("field", "password");
            });
  }
}
