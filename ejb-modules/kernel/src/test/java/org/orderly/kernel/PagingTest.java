package org.orderly.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {

  @Test
  void cursorGivesBackItsKeys() {
    String cursor = Cursor.encode("12.5", "", "Käse & Brot", "019a9f00");
    assertThat(Cursor.decode(cursor, 4)).containsExactly("12.5", "", "Käse & Brot", "019a9f00");
  }

  @Test
  void cursorNeedsNoEscapingInAnAddress() {
    assertThat(Cursor.encode("ÿþýüûúùø÷öõô???>>>", "x")).matches("[A-Za-z0-9_-]+");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "!", "a", "%00", "not a cursor"})
  void refusesTextThatIsNoCursor(String text) {
    assertThatThrownBy(() -> Cursor.decode(text, 2))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            refusal -> assertThat(refusal.details()).containsEntry("field", "cursor"));
  }

  @Test
  void refusesACursorOfAnotherList() {
    assertThatThrownBy(() -> Cursor.decode(Cursor.encode("one"), 2))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void refusesAnOverlongCursor() {
    String cursor = Base64.getUrlEncoder().encodeToString(new byte[4096]);
    assertThatThrownBy(() -> Cursor.decode(cursor, 1)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void limitIsTwentyUnlessAskedOtherwise() {
    assertThat(Limit.of(null).value()).isEqualTo(20);
    assertThat(Limit.of(100).value()).isEqualTo(100);
    assertThat(Limit.of(1).withLookahead()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 101, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void refusesPagesOfNoUse(int limit) {
    assertThatThrownBy(() -> Limit.of(limit)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void pageDoesNotChangeWithTheListItWasMadeOf() {
    List<String> items = new ArrayList<>(List.of("a"));
    Page<String> page = new Page<>(items, null);
    items.add("b");
    assertThat(page.items()).containsExactly("a");
  }
}
