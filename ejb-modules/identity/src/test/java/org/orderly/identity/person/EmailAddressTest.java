package org.orderly.identity.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.kernel.InvalidValue;

class EmailAddressTest {

  @Test
  void trimsAndLowersWhatWasTyped() {
    assertThat(EmailAddress.of("  Ada.Lovelace@Example.ORG\t").value())
        .isEqualTo("ada.lovelace@example.org");
  }

  @Test
  void lowersLettersTheSameInEveryLanguage() {
    java.util.Locale before = java.util.Locale.getDefault();
    java.util.Locale.setDefault(java.util.Locale.forLanguageTag("tr"));
    try {
      assertThat(EmailAddress.of("IDA@EXAMPLE.IT").value()).isEqualTo("ida@example.it");
    } finally {
      java.util.Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada@example.org",
        "ada+shop@sub.example.co.uk",
        "o'brien@example.ie",
        "a_b-c.d@x-1.example",
      })
  void takesAddressesThatPeopleHave(String address) {
    assertThat(EmailAddress.of(address).value()).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ada",
        "@example.org",
        "ada@",
        "ada@localhost",
        "ada@@example.org",
        "ada@example..org",
        ".ada@example.org",
        "ada.@example.org",
        "a..b@example.org",
        "ada@-example.org",
        "ada lovelace@example.org",
        "ada@example.org\r\nBcc: all@example.org",
        "\"ada\"@example.org",
        "ada@example.org,eve@example.org",
        "<ada@example.org>",
      })
  void refusesWhatIsNoAddress(String typed) {
    assertThatThrownBy(() -> EmailAddress.of(typed)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void refusesAddressesLongerThanMailServersCarry() {
    String local = "a".repeat(65);
    String domain = ("b".repeat(60) + ".").repeat(4) + "example";
    assertThatThrownBy(() -> EmailAddress.of(local + "@example.org"))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> EmailAddress.of("ada12345@" + domain))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void findsNothingToLookUpInNothing() {
    assertThat(EmailAddress.normalise(null)).isEmpty();
  }
}
