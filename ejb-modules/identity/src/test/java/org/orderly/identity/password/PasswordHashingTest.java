package org.orderly.identity.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashingTest {

  private final PasswordHashing hashing = new PasswordHashing();

  @Test
  void keepsTheParametersInTheHash() {
    assertThat(hashing.hash("correct horse battery")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
  }

  @Test
  void recognisesThePasswordAndNoOther() {
    String hash = hashing.hash("correct horse battery");
    assertThat(hashing.matches("correct horse battery", hash)).isTrue();
    assertThat(hashing.matches("correct horse batterx", hash)).isFalse();
    assertThat(hashing.matches("", hash)).isFalse();
  }

  @Test
  void saltsEveryHash() {
    assertThat(hashing.hash("correct horse battery"))
        .isNotEqualTo(hashing.hash("correct horse battery"));
  }

  @Test
  void verifiesHashesMadeWithOtherParameters() {
    String older =
        com.password4j.Argon2Function.getInstance(8192, 3, 1, 32, com.password4j.types.Argon2.ID)
            .hash("correct horse battery", "0123456789abcdef")
            .getResult();
    assertThat(hashing.matches("correct horse battery", older)).isTrue();
    assertThat(hashing.matches("incorrect horse", older)).isFalse();
  }

  /** Hashes that other programs made of the same text. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "$2y$10$92IXUNpkjO0rOQ5byMi.Ye4oKoEa3Ro9llC/.og/at2.uheWG/igi",
        "$2a$10$92IXUNpkjO0rOQ5byMi.Ye4oKoEa3Ro9llC/.og/at2.uheWG/igi",
        "$2b$10$92IXUNpkjO0rOQ5byMi.Ye4oKoEa3Ro9llC/.og/at2.uheWG/igi",
      })
  void verifiesBcryptHashes(String hash) {
    assertThat(hashing.matches("password", hash)).isTrue();
    assertThat(hashing.matches("passwore", hash)).isFalse();
    assertThat(PasswordHashing.isOutdated(hash)).isTrue();
  }

  @Test
  void comparesWithNobodysHashAsWithAnyOther() {
    assertThat(hashing.nobodysHash()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(hashing.matches("correct horse battery", hashing.nobodysHash())).isFalse();
  }

  @Test
  void sendsAwayWhoWouldWaitTooLong() {
    PasswordHashing full = new PasswordHashing(0, Duration.ofMillis(1));
    assertThatThrownBy(() -> full.hash("correct horse battery"))
        .isInstanceOfSatisfying(
            HashingOverloaded.class, e -> assertThat(e.code()).isEqualTo("busy"));
  }
}
