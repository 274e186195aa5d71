package org.orderly.catalog.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CategoryPathTest {

  @ParameterizedTest
  @CsvSource({
    "Phones/Prepaid, phones/prepaid",
    "/phones//PREPAID/, phones/prepaid",
    "Audio & Video, audio-and-video",
    "C++/C#, c++/c#",
    "Électro, électro",
    "50%_off, 50-off"
  })
  void findsACategoryHoweverItIsWritten(String filter, String key) {
    assertThat(CategoryPath.keyOf(filter)).isEqualTo(key);
  }

  @Test
  void keepsASlashInsideOfAName() {
    CategoryPath path = new CategoryPath(List.of("Home", "TV/Video"));

    assertThat(path.key()).isEqualTo("home/tv-video");
    assertThat(path.name()).isEqualTo("TV/Video");
  }

  @Test
  void listsItsLineageFromTheRoot() {
    assertThat(new CategoryPath(List.of("A", "B", "C")).lineage())
        .extracting(CategoryPath::key)
        .containsExactly("a", "a/b", "a/b/c");
  }

  @Test
  void rejectsNamesWithNothingToFindThemBy() {
    assertThatThrownBy(() -> new CategoryPath(List.of("A", "--")))
        .hasMessageContaining("categories");
    assertThatThrownBy(() -> new CategoryPath(List.of(" "))).hasMessageContaining("categories");
  }

  @Test
  void rejectsPathsThatAreTooDeep() {
    assertThatThrownBy(() -> new CategoryPath(Collections.nCopies(9, "x")))
        .hasMessageContaining("8");
  }

  @Test
  void countsProductsOfTheWholeSubtreeAndLeavesEmptyBranchesOut() {
    var roots = List.of(node(1, "Phones", "phones", 1), node(2, "Empty", "empty", 0));
    var below =
        List.of(node(3, "Prepaid", "phones/prepaid", 2), node(4, "Cases", "phones/cases", 3));

    List<Category> tree = CategoryQueries.children(0, Map.of(0L, roots, 1L, below), false);

    assertThat(tree).hasSize(1);
    assertThat(tree.get(0).productCount()).isEqualTo(6);
    assertThat(tree.get(0).children())
        .extracting(Category::name)
        .containsExactly("Cases", "Prepaid");
    assertThat(CategoryQueries.children(0, Map.of(0L, roots, 1L, below), true))
        .extracting(Category::name)
        .containsExactly("Empty", "Phones");
  }

  private static CategoryQueries.Node node(long id, String name, String path, long products) {
    return new CategoryQueries.Node(id, new UUID(0, id), 0, name, path, products);
  }
}
