package org.orderly.catalog;

import java.util.List;

/**
 * A category that has something to sell.
 *
 * @param path finds it again as a filter, such as {@code phones/prepaid}
 * @param productCount live products in it and below it
 */
public record Category(String name, String path, long productCount, List<Category> children) {

  public Category {
    children = List.copyOf(children);
  }
}
