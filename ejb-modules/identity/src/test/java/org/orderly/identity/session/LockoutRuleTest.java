package org.orderly.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockoutRuleTest {

  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "1, PT0S",
    "4, PT0S",
    "5, PT1M",
    "6, PT2M",
    "7, PT4M",
    "15, PT17H4M",
    "16, PT24H",
    "17, PT24H",
    "2147483647, PT24H"
  })
  void growsFromAMinuteToADay(int failures, Duration pause) {
    assertThat(LockoutRule.after(failures)).isEqualTo(pause);
  }
}
