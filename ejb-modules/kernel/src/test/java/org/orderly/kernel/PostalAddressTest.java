package org.orderly.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostalAddressTest {

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "two\nlines", "nul\u0000"})
  void needsEveryLineButTheState(String bad) {
    assertRefused("name", () -> new PostalAddress(bad, "s", "c", null, "p", "GB"));
    assertRefused("street", () -> new PostalAddress("n", bad, "c", null, "p", "GB"));
    assertRefused("city", () -> new PostalAddress("n", "s", bad, null, "p", "GB"));
    assertRefused("postalCode", () -> new PostalAddress("n", "s", "c", null, bad, "GB"));
  }

  @Test
  void boundsEveryLine() {
    String most = "x".repeat(200);
    assertThat(new PostalAddress(most, most, most, most, most, "DE").city()).isEqualTo(most);
    assertRefused("city", () -> new PostalAddress("n", "s", most + "x", null, "p", "DE"));
    assertRefused("state", () -> new PostalAddress("n", "s", "c", most + "x", "p", "DE"));
  }

  @Test
  void doesWithoutAState() {
    assertThat(new PostalAddress("n", "s", "c", null, "p", "GB").state()).isNull();
    assertThat(new PostalAddress("n", "s", "c", "", "p", "GB").country()).isEqualTo("GB");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "gb", "GBR", "Germany", "XX", "ZZ"})
  void wantsACountryThatExists(String country) {
    assertRefused("country", () -> new PostalAddress("n", "s", "c", null, "p", country));
  }

  @ParameterizedTest
  @ValueSource(strings = {"HK", "AE", "QA"})
  void needsNoPostalCodeWhereThereIsNone(String country) {
    for (String none : new String[] {null, "", " "}) {
      PostalAddress address = new PostalAddress("Kim", "1 Road", "City", null, none, country);
      assertThat(address.locality()).isEqualTo("City");
    }
    assertThat(new PostalAddress("Kim", "1 Road", "City", null, "7", country).locality())
        .isEqualTo("7 City");
  }

  @Test
  void knowsKosovo() {
    assertThat(new PostalAddress("n", "s", "Prishtina", null, "10000", "XK").country())
        .isEqualTo("XK");
  }

  private static void assertRefused(String field, Runnable address) {
    assertThatThrownBy(address::run)
        .isInstanceOfSatisfying(
            InvalidValue.class,
            refusal -> assertThat(refusal.details()).containsEntry("field", field));
  }
}
