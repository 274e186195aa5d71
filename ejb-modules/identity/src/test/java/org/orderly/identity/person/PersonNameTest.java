package org.orderly.identity.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.kernel.InvalidValue;

class PersonNameTest {

  @Test
  void trimsTheName() {
    assertThat(PersonName.of("  Ada Lovelace ").value()).isEqualTo("Ada Lovelace");
  }

  @Test
  void countsCharactersAndNotTheirCodeUnits() {
    String name = "𝒜".repeat(100);
    assertThat(PersonName.of(name).value()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "Ada\nLovelace", "Ada\u0000", "Ada\u2028Bcc", "\ud83d"})
  void refusesNamesThatAreNoLineOfText(String typed) {
    assertThatThrownBy(() -> PersonName.of(typed)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void refusesNamesOverHundredCharacters() {
    assertThatThrownBy(() -> PersonName.of("a".repeat(101))).isInstanceOf(InvalidValue.class);
  }
}
