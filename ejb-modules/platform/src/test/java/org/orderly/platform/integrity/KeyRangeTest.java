package org.orderly.platform.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeyRangeTest {

  @Test
  void beginsJustBelowItsOnlyKey() {
    UUID key = UUID.fromString("019a9f00-0000-7000-8000-000000000000");
    assertThat(KeyRange.only(key).above())
        .isEqualTo(UUID.fromString("019a9f00-0000-7000-7fff-ffffffffffff"));
    assertThat(KeyRange.only(key).upTo()).isEqualTo(key);
  }

  @Test
  void borrowsFromTheUpperHalf() {
    UUID key = UUID.fromString("019a9f00-0000-7000-0000-000000000000");
    assertThat(KeyRange.only(key).above())
        .isEqualTo(UUID.fromString("019a9f00-0000-6fff-ffff-ffffffffffff"));
  }
}
