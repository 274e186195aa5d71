package org.orderly.catalog.category;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.catalog.category.CategoryRepository.Node;
import org.orderly.catalog.database.CatalogDatabase;
import org.orderly.kernel.UuidV7;
import org.orderly.platform.events.Outbox;
import org.orderly.platform.persistence.Domain;

/**
 * Finds the category at the end of a path for a product, and creates what is missing on the way.
 */
@ApplicationScoped
public class CategoryPaths {

  private final CategoryRepository categories;
  private final Outbox outbox;
  private final Clock clock;

  @Inject
  CategoryPaths(
      CategoryRepository categories, @Domain(CatalogDatabase.DOMAIN) Outbox outbox, Clock clock) {
    this.categories = categories;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * The key of the category at the end of a path. Joins the caller's transaction.
   *
   * @return {@code null} for the empty path
   */
  public @Nullable Long at(CategoryPath path) {
    return path.isEmpty() ? null : categories.at(path).orElseGet(() -> create(path));
  }

  /**
   * Nobody creates, renames or moves what is above meanwhile: two writers may need the same new
   * category at once, and the second waits and finds it.
   */
  private Long create(CategoryPath path) {
    categories.lockTree();
    Optional<Node> above = Optional.empty();
    for (CategoryPath step : path.lineage()) {
      Optional<Node> parent = above;
      above = Optional.of(categories.nodeAt(step).orElseGet(() -> create(step.name(), parent)));
    }
    return above.orElseThrow().key();
  }

  /** What is above keeps its own names, however the path spells them. */
  private Node create(String name, Optional<Node> parent) {
    UUID id = UuidV7.next();
    CategoryPath path = new CategoryPath(parent.map(Node::names).orElse(List.of())).child(name);
    categories.insert(id, parent.map(Node::key).orElse(null), path);
    UUID parentId = parent.map(Node::id).orElse(null);
    outbox.append(
        new CategoryCreated(UuidV7.next(), clock.instant(), id, parentId, name, path.key()));
    return categories.one(id);
  }
}
