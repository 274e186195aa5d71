package org.orderly.catalog.category;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.InvalidValue;

/**
 * A request to create or change a category.
 *
 * @param parentId {@code null} for a root of the tree
 * @param basedOn the version of the category that the writer saw; {@code null} to write over any
 */
public record CategoryDraft(String name, @Nullable UUID parentId, @Nullable Long basedOn) {

  public static final int MAX_NAME = CategoryPath.MAX_NAME;

  /**
   * @throws InvalidValue if the name is empty, too long or has no letter and no digit
   */
  public CategoryDraft {
    name = CatalogText.line("name", name, MAX_NAME);
    if (CategoryPath.keyOf(name.replace('/', '-')).isEmpty()) {
      throw new InvalidValue("name", "needs a letter or a digit");
    }
  }

  /** The same draft, to be refused if the category is no longer at this version. */
  public CategoryDraft basedOn(@Nullable Long version) {
    return new CategoryDraft(name, parentId, version);
  }

  /**
   * Where the category is, below its parent.
   *
   * @param parent names from the root down; empty for a root
   * @param levels how deep the category's own tree is, itself included
   */
  CategoryPath below(List<String> parent, int levels) {
    if (parent.size() + levels > CategoryPath.MAX_DEPTH) {
      throw new InvalidValue(
          "parentId", "is too deep: a tree has " + CategoryPath.MAX_DEPTH + " levels");
    }
    return new CategoryPath(parent).child(name);
  }
}
