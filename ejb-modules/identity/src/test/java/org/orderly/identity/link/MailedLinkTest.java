package org.orderly.identity.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.orderly.identity.person.EmailAddress;
import org.orderly.identity.token.OpaqueToken;
import org.orderly.kernel.UserId;

class MailedLinkTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final Clock CLOCK = at(Duration.ZERO);
  private static final UserId ADA = UserId.newId();

  private final MailedLink link =
      new MailedLink(
          LinkPurpose.RESET_PASSWORD,
          EmailAddress.of("ada@example.org"),
          Optional.empty(),
          Duration.ofMinutes(30),
          CLOCK);

  @Test
  void belongsToNobodyUntilItIsMailed() {
    assertThat(link.owner()).isEmpty();
    assertThat(link.isMinted()).isFalse();
    link.mint(ADA, CLOCK);
    assertThat(link.owner()).contains(ADA);
    assertThat(link.isMinted()).isTrue();
  }

  @Test
  void getsAnotherSecretEachTimeItIsMinted() {
    OpaqueToken first = link.mint(ADA, CLOCK);
    assertThat(link.mint(ADA, CLOCK)).isNotEqualTo(first);
  }

  @Test
  void worksOnce() {
    link.use(CLOCK);
    assertThatThrownBy(() -> link.use(CLOCK)).isInstanceOf(InvalidLink.class);
    assertThatThrownBy(() -> link.mint(ADA, CLOCK)).isInstanceOf(InvalidLink.class);
  }

  @Test
  void worksUntilItExpires() {
    assertThat(link.isOpen(at(Duration.ofMinutes(29)))).isTrue();
    assertThat(link.isOpen(at(Duration.ofMinutes(30)))).isFalse();
    assertThatThrownBy(() -> link.use(at(Duration.ofMinutes(30)))).isInstanceOf(InvalidLink.class);
  }

  private static Clock at(Duration later) {
    return Clock.fixed(NOW.plus(later), ZoneOffset.UTC);
  }
}
