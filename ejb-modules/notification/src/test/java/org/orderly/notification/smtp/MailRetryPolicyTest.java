package org.orderly.notification.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailRetryPolicyTest {

  @ParameterizedTest
  @CsvSource({"1,10", "2,20", "3,40", "9,2560", "10,3600", "11,3600", "31,3600", "1000,3600"})
  void doublesThePauseUpToAnHour(int attempt, long seconds) {
    assertThat(MailRetryPolicy.pauseAfter(attempt)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void givesUpAfterAboutADay() {
    Duration patience =
        IntStream.range(1, MailRetryPolicy.MAX_ATTEMPTS)
            .mapToObj(MailRetryPolicy::pauseAfter)
            .reduce(Duration.ZERO, Duration::plus);
    assertThat(patience).isBetween(Duration.ofHours(20), Duration.ofHours(30));
    assertThat(MailRetryPolicy.exhausted(MailRetryPolicy.MAX_ATTEMPTS - 1)).isFalse();
    assertThat(MailRetryPolicy.exhausted(MailRetryPolicy.MAX_ATTEMPTS)).isTrue();
  }
}
