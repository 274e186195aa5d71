package org.orderly.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUnavailableTest {

  @ParameterizedTest
  @ValueSource(strings = {"08006", "53300", "57P01", "57014"})
  void tellsAnOutage(String state) {
    SQLException failure = new SQLException("failed", state);
    assertThat(DatabaseUnavailable.isOutage(failure)).isTrue();
    assertThat(DatabaseUnavailable.isOutage(new DatabaseUnavailable("ordering", failure))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "22003", "40P01", "42P01"})
  void tellsARefusedStatement(String state) {
    SQLException failure = new SQLException("failed", state);
    assertThat(DatabaseUnavailable.isOutage(new IllegalStateException(failure))).isFalse();
  }

  @Test
  void tellsThatThePoolHasNoConnection() {
    assertThat(
            DatabaseUnavailable.isOutage(
                new SQLException("Error in allocating a connection. Cause: in use")))
        .isTrue();
    assertThat(DatabaseUnavailable.isOutage(new SQLException("something else"))).isFalse();
    assertThat(DatabaseUnavailable.isOutage(new IllegalStateException("no SQL"))).isFalse();
  }
}
