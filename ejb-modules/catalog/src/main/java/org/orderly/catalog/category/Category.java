package org.orderly.catalog.category;

import java.util.List;
import java.util.UUID;

/**
 * A category and what is below it.
 *
 * @param path finds it again as a filter, such as {@code phones/prepaid}
 * @param productCount live products in it and below it
 */
public record Category(
    UUID id, String name, String path, long productCount, List<Category> children) {

  public Category {
    children = List.copyOf(children);
  }
}
