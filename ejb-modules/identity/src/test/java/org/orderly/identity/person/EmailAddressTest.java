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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u212aim@example.org",
        "kim@\u212araken.example",
        "kim@\u212a\u00fc.example",
        "a\u017fa@example.org",
        "\uff41da@example.org",
        "ada@ex\uff41mple.org",
        "ada@\u0130da.example",
        "ada@example\u3002org",
        "ada@stra\u00dfe.example",
        "ad\u0430@example.org",
        "\u00e4da@example.org",
        "ada@\u2603.example",
      })
  void foldsNothingOutsideAsciiIntoIt(String typed) {
    assertThatThrownBy(() -> EmailAddress.of(typed)).isInstanceOf(InvalidValue.class);
    assertThat(EmailAddress.normalise(typed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0, 0x07, 0x7f, 0x85, 0xa0, 0xad, 0x34f, 0x180e, 0x2003, 0x200b, 0x200d, 0x200e, 0x2028,
        0x202e, 0x2060, 0x2066, 0x3000, 0x3164, 0xfe0f, 0xfeff, 0xe0061, 0xd800
      })
  void refusesWhatCannotBeSeenAnywhere(int invisible) {
    String sign = Character.toString(invisible);
    for (String typed :
        new String[] {
          sign + "ada@example.org",
          "ad" + sign + "a@example.org",
          "ada@exa" + sign + "mple.org",
          "ada@b\u00fc" + sign + "cher.example",
          "ada@example.org" + sign,
        }) {
      assertThatThrownBy(() -> EmailAddress.of(typed)).isInstanceOf(InvalidValue.class);
      assertThat(EmailAddress.normalise(typed)).isEmpty();
    }
  }

  @Test
  void comparesDomainsOutsideAsciiByTheirOwnRules() {
    String expected = "ada@xn--bcher-kva.example";
    assertThat(EmailAddress.of("ada@b\u00fccher.example").value()).isEqualTo(expected);
    assertThat(EmailAddress.of("Ada@BU\u0308CHER.Example").value()).isEqualTo(expected);
    assertThat(EmailAddress.of("ada@XN--bcher-KVA.example").value()).isEqualTo(expected);
    assertThat(EmailAddress.of("ada@\u4f8b\u5b50.example").value())
        .isEqualTo("ada@xn--fsqu00a.example");
    assertThat(EmailAddress.of("ada@xn--strae-oqa.example").value())
        .isEqualTo("ada@xn--strae-oqa.example");
  }

  @Test
  void looksForTheStartOfAnAddressAsItIsKept() {
    assertThat(EmailAddress.normaliseStart(" ADA@Ex")).isEqualTo("ada@ex");
    assertThat(EmailAddress.normaliseStart(null)).isEmpty();
    assertThatThrownBy(() -> EmailAddress.normaliseStart("a\0")).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> EmailAddress.normaliseStart("\u212aim"))
        .isInstanceOf(InvalidValue.class);
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
