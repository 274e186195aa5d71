package org.orderly.catalog.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.catalog.category.CategoryRepository.Node;
import org.orderly.kernel.InvalidValue;

class CategoryDraftTest {

  @Test
  void isPlacedBelowItsParent() {
    CategoryPath path = draft(" Head/phones ").below(List.of("Audio"), 1);

    assertThat(path.names()).containsExactly("Audio", "Head/phones");
    assertThat(path.key()).isEqualTo("audio/head-phones");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "///", "\u0007bell"})
  void refusesNamesThatMakeNoPath(String name) {
    assertThatThrownBy(() -> draft(name))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("name");
  }

  @Test
  void refusesToLetWhatIsBelowItBecomeTooDeep() {
    List<String> seven = List.of("1", "2", "3", "4", "5", "6", "7");

    assertThat(draft("8").below(seven, 1).names()).hasSize(8);
    assertThatThrownBy(() -> draft("8").below(seven, 2))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("parentId");
  }

  @Test
  void knowsWhatIsBelowACategory() {
    assertThat(node("audio").isAbove(node("audio"))).isTrue();
    assertThat(node("audio").isAbove(node("audio/headphones/open"))).isTrue();
    assertThat(node("audio").isAbove(node("audiobooks"))).isFalse();
    assertThat(node("audio/headphones").isAbove(node("audio"))).isFalse();
  }

  private static CategoryDraft draft(String name) {
    return new CategoryDraft(name, null, null);
  }

  private static Node node(String path) {
    return new Node(1, new UUID(0, 1), null, List.of(path.split("/")), path, 0, 0, 1);
  }
}
