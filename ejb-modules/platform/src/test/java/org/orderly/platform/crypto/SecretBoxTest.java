package org.orderly.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orderly.kernel.UuidV7;

class SecretBoxTest {

  private static final byte[] SECRET = {1, 2, 3, 4};
  private static final UUID ADA = UuidV7.next();

  private final SecretBox box = box("k".repeat(SecretBox.SHORTEST_KEY), "tests");

  @Test
  void opensWhatItSealed() throws SecretBox.Shut {
    byte[] sealed = box.seal(SECRET, ADA);
    assertThat(box.open(sealed, ADA)).isEqualTo(SECRET);
    assertThat(HexFormat.of().formatHex(sealed)).doesNotContain("01020304");
    assertThat(box.seal(SECRET, ADA)).isNotEqualTo(sealed);
  }

  @Test
  void opensNothingThatWasChangedOrCutOrPutElsewhere() throws SecretBox.Shut {
    byte[] sealed = box.seal(SECRET, ADA);
    assertThatThrownBy(() -> box.open(sealed, UuidV7.next())).isInstanceOf(SecretBox.Shut.class);
    assertThatThrownBy(() -> box.open(new byte[3], ADA)).isInstanceOf(SecretBox.Shut.class);
    sealed[sealed.length - 1] ^= 1;
    assertThatThrownBy(() -> box.open(sealed, ADA)).isInstanceOf(SecretBox.Shut.class);
  }

  @Test
  void opensNothingWithAnotherKeyOrForAnotherPurpose() throws SecretBox.Shut {
    byte[] sealed = box.seal(SECRET, ADA);
    SecretBox otherKey = box("o".repeat(SecretBox.SHORTEST_KEY), "tests");
    SecretBox otherPurpose = box("k".repeat(SecretBox.SHORTEST_KEY), "something else");
    assertThatThrownBy(() -> otherKey.open(sealed, ADA)).isInstanceOf(SecretBox.Shut.class);
    assertThatThrownBy(() -> otherPurpose.open(sealed, ADA)).isInstanceOf(SecretBox.Shut.class);
  }

  @Test
  void sealsNothingWithoutAKeyOrWithOneThatIsTooShort() {
    assertThatThrownBy(() -> new SecretBox(Optional.empty(), "tests").seal(SECRET, ADA))
        .isInstanceOf(SecretBox.Shut.class);
    assertThatThrownBy(() -> box("short", "tests").seal(SECRET, ADA))
        .isInstanceOf(SecretBox.Shut.class);
  }

  private static SecretBox box(String key, String purpose) {
    return new SecretBox(Optional.of(key), purpose);
  }
}
