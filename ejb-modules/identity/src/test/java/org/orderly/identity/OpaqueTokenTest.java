package org.orderly.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orderly.kernel.UserId;

class OpaqueTokenTest {

  @Test
  void holds256RandomBits() {
    OpaqueToken token = OpaqueToken.generate();
    assertThat(Base64.getUrlDecoder().decode(token.text())).hasSize(32);
    assertThat(token).isNotEqualTo(OpaqueToken.generate());
  }

  @Test
  void isKnownByItsSha256() {
    assertThat(new OpaqueToken("abc").hash())
        .asHexString()
        .isEqualTo("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD");
  }

  @Test
  void continuesASessionForAWeek() {
    Instant now = Instant.parse("2026-11-20T10:00:00Z");
    RefreshToken token =
        new RefreshToken(
            OpaqueToken.generate(),
            UUID.randomUUID(),
            UserId.newId(),
            Clock.fixed(now, ZoneOffset.UTC));
    assertThat(token.expiresAt()).isEqualTo(now.plus(Duration.ofDays(7)));
  }

  @Test
  void staysOutOfLogs() {
    OpaqueToken token = OpaqueToken.generate();
    assertThat(token.toString()).doesNotContain(token.text());
  }
}
