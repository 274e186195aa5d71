package org.orderly.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UuidV7Test {

  @Test
  void sortsByTheMillisecondOfItsMaking() {
    long now = 1_790_000_000_000L;
    for (int i = 0; i < 1_000; i++) {
      assertThat(UuidV7.at(now + i).toString()).isLessThan(UuidV7.at(now + i + 1).toString());
    }
  }

  @Test
  void saysItsVersionAndVariant() {
    UUID id = UuidV7.next();
    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
  }

  @Test
  void carriesTheTimeInItsFirst48Bits() {
    assertThat(UuidV7.at(0xfedc_ba98_7654L).getMostSignificantBits() >>> 16)
        .isEqualTo(0xfedc_ba98_7654L);
  }

  @Test
  void differsWithinAMillisecond() {
    Set<UUID> ids = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      ids.add(UuidV7.at(1_790_000_000_000L));
    }
    assertThat(ids).hasSize(10_000);
  }

  @Test
  void readsItsOwnText() {
    UUID id = UuidV7.next();
    assertThat(UuidV7.parse(id.toString())).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1-1-1-1-1",
        "019a9f00-0000-7000-8000-00000000000",
        "019a9f00-0000-7000-8000-0000000000000",
        "019a9f00x0000x7000x8000x000000000000",
        "zzzzzzzz-0000-7000-8000-000000000000",
        "+19a9f00-0000-7000-8000-000000000000",
        "019a9f0-00000-7000-8000-000000000000"
      })
  void refusesOtherText(String text) {
    assertThatThrownBy(() -> UuidV7.parse(text)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> OrderId.of(text)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ProductId.of(text)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> UserId.of(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesNoText() {
    assertThatThrownBy(() -> UserId.of(null)).isInstanceOf(IllegalArgumentException.class);
  }
}
