package org.orderly.identity.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.kernel.InvalidValue;

class ImportedHashTest {

  private static final String REST = "$c29tZXNhbHRzb21lc2FsdA$4Z5DHWZ2ECSxYZZ0Xlg0Pw";
  private static final String BLOWFISH = "92IXUNpkjO0rOQ5byMi.Ye4oKoEa3Ro9llC/.og/at2.uheWG/igi";

  @ParameterizedTest
  @ValueSource(strings = {"$2a$10$", "$2b$12$", "$2y$04$", "$2b$14$"})
  void takesBcrypt(String beginning) {
    assertThat(ImportedHash.accept(beginning + BLOWFISH)).isEqualTo(beginning + BLOWFISH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"m=19456,t=2,p=1", "m=65536,t=4,p=1", "m=65536,t=3,p=4", "m=4096,t=3,p=1"})
  void takesArgon2id(String parameters) {
    String hash = "$argon2id$v=19$" + parameters + REST;
    assertThat(ImportedHash.accept(hash)).isEqualTo(hash);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$2b$15$" + BLOWFISH,
        "$2b$31$" + BLOWFISH,
        "$2b$03$" + BLOWFISH,
        "$2x$10$" + BLOWFISH,
        "$2b$10$" + BLOWFISH + "x",
        "$2b$10$short",
        "$argon2id$v=19$m=65536,t=5,p=1" + REST,
        "$argon2id$v=19$m=131072,t=1,p=1" + REST,
        "$argon2id$v=19$m=999999,t=99,p=1" + REST,
        "$argon2id$v=19$m=19456,t=2,p=9" + REST,
        "$argon2id$v=19$m=19456,t=0,p=1" + REST,
        "$argon2id$v=19$m=8,t=2,p=4" + REST,
        "$argon2i$v=19$m=19456,t=2,p=1" + REST,
        "$1$abc$def",
        "correct horse battery",
        "",
      })
  void refusesWhatIsNoSuchHashOrCostsTooMuch(String hash) {
    assertThatThrownBy(() -> ImportedHash.accept(hash)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void refusesNoHash() {
    assertThatThrownBy(() -> ImportedHash.accept(null)).isInstanceOf(InvalidValue.class);
  }
}
