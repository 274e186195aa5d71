package org.orderly.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.UserId;

class IdempotencyKeyTest {

  private static final UserId ANN = UserId.newId();
  private static final UserId BOB = UserId.newId();

  record Wish(String what, int howMany) {}

  @Test
  void recognisesTheSameRequest() {
    assertThat(key(ANN, "buy", "k1", new Wish("tea", 1)))
        .isEqualTo(key(ANN, "buy", "k1", new Wish("tea", 1)));
  }

  @Test
  void tellsAnotherBodyByItsFingerprint() {
    assertThat(key(ANN, "buy", "k1", new Wish("tea", 1)).fingerprint())
        .isNotEqualTo(key(ANN, "buy", "k1", new Wish("tea", 2)).fingerprint());
  }

  record Pair(String a, String b) {}

  @Test
  void tellsApartTextsThatPrintAlike() {
    Pair one = new Pair("x, b=y", "z");
    Pair other = new Pair("x", "y, b=z");
    assertThat(one).hasToString(other.toString());
    assertThat(key(ANN, "buy", "k1", one)).isNotEqualTo(key(ANN, "buy", "k1", other));
  }

  @Test
  void derivesAnIdThatOnlyCallerOperationAndKeyDetermine() {
    IdempotencyKey first = key(ANN, "buy", "k1", new Wish("tea", 1));
    assertThat(first.derivedId())
        .isEqualTo(key(ANN, "buy", "k1", new Wish("tea", 2)).derivedId())
        .isNotEqualTo(key(BOB, "buy", "k1", new Wish("tea", 1)).derivedId())
        .isNotEqualTo(key(ANN, "sell", "k1", new Wish("tea", 1)).derivedId())
        .isNotEqualTo(key(ANN, "buy", "k2", new Wish("tea", 1)).derivedId());
  }

  @Test
  void isAbsentWithoutAKey() {
    assertThat(key(ANN, "buy", null, new Wish("tea", 1)).isPresent()).isFalse();
    assertThat(key(ANN, "buy", "k", new Wish("tea", 1)).isPresent()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "line\nbreak", "tab\t", "käse", "\u0000", "\u007f"})
  void refusesKeysThatCannotBeCompared(String key) {
    assertThatThrownBy(() -> key(ANN, "buy", key, new Wish("tea", 1)))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void takesKeysOfUpTo255Characters() {
    assertThat(key(ANN, "buy", "k".repeat(255), new Wish("tea", 1)).isPresent()).isTrue();
    assertThatThrownBy(() -> key(ANN, "buy", "k".repeat(256), new Wish("tea", 1)))
        .isInstanceOf(InvalidValue.class);
  }

  private static IdempotencyKey key(UserId caller, String operation, String key, Record request) {
    return IdempotencyKey.of(caller, operation, key, request);
  }
}
