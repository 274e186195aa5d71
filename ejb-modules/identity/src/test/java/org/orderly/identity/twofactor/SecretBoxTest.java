package org.orderly.identity.twofactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.orderly.kernel.UserId;

class SecretBoxTest {

  private static final byte[] SECRET = {1, 2, 3, 4};
  private static final UserId ADA = UserId.newId();

  private final SecretBox box = new SecretBox(Optional.of("k".repeat(SecretBox.SHORTEST_KEY)));

  @Test
  void opensWhatItSealed() {
    byte[] sealed = box.seal(SECRET, ADA);
    assertThat(box.open(sealed, ADA)).isEqualTo(SECRET);
    assertThat(HexFormat.of().formatHex(sealed)).doesNotContain("01020304");
    assertThat(box.seal(SECRET, ADA)).isNotEqualTo(sealed);
  }

  @Test
  void opensNothingThatWasChangedOrPutElsewhere() {
    byte[] sealed = box.seal(SECRET, ADA);
    assertThatThrownBy(() -> box.open(sealed, UserId.newId())).isInstanceOf(NoSecretKey.class);
    sealed[sealed.length - 1] ^= 1;
    assertThatThrownBy(() -> box.open(sealed, ADA)).isInstanceOf(NoSecretKey.class);
  }

  @Test
  void opensNothingWithAnotherKey() {
    SecretBox other = new SecretBox(Optional.of("o".repeat(SecretBox.SHORTEST_KEY)));
    byte[] sealed = box.seal(SECRET, ADA);
    assertThatThrownBy(() -> other.open(sealed, ADA)).isInstanceOf(NoSecretKey.class);
  }

  @Test
  void sealsNothingWithoutAKeyOrWithOneThatIsTooShort() {
    assertThatThrownBy(() -> new SecretBox(Optional.empty()).seal(SECRET, ADA))
        .isInstanceOf(NoSecretKey.class);
    assertThatThrownBy(() -> new SecretBox(Optional.of("short")).seal(SECRET, ADA))
        .isInstanceOf(NoSecretKey.class);
  }
}
