package org.orderly.catalog.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.testing.Application;
import org.orderly.testing.ConcurrentCalls;

/** The tree stays a tree, also when many change it at once. */
class CategoryEditorDatabaseTest {

  @RegisterExtension static final Application APP = Application.on("catalog");

  private final String suffix = UUID.randomUUID().toString();
  private CategoryEditor categories;

  @BeforeEach
  void begin() {
    categories = APP.bean(CategoryEditor.class);
  }

  @Test
  void keepsTheCategoryTreeATree() {
    ManagedCategory root = categories.add(new CategoryDraft("Root " + suffix, null, null));
    ManagedCategory leaf = categories.add(new CategoryDraft("Leaf", root.id(), null));

    assertThatThrownBy(
            () -> categories.replace(root.id(), new CategoryDraft("Root", leaf.id(), null)))
        .isInstanceOf(CategoryCycle.class);
    assertThatThrownBy(() -> categories.add(new CategoryDraft("leaf", root.id(), null)))
        .isInstanceOf(CategoryExists.class);
    assertThatThrownBy(() -> categories.delete(root.id(), null)).isInstanceOf(CategoryInUse.class);
    categories.delete(leaf.id(), null);
    categories.delete(root.id(), null);
  }

  @Test
  void makesNoCircleWhenTwoMoveAtOnce() {
    List<ManagedCategory> two =
        List.of(
            categories.add(new CategoryDraft("X " + suffix, null, null)),
            categories.add(new CategoryDraft("Y " + suffix, null, null)));
    List<ConcurrentCalls.Outcome<ManagedCategory>> outcomes =
        ConcurrentCalls.run(
            2,
            i ->
                categories.replace(
                    two.get(i).id(), new CategoryDraft("M" + i, two.get(1 - i).id(), null)));
    assertThat(outcomes).filteredOn(ConcurrentCalls.Outcome::succeeded).hasSize(1);
    assertThat(outcomes)
        .filteredOn(outcome -> !outcome.succeeded())
        .allMatch(outcome -> outcome.failure() instanceof CategoryCycle);
  }
}
