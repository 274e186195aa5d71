package org.orderly.catalog.category;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.catalog.category.CategoryRepository.Node;
import org.orderly.kernel.UuidV7;
import org.orderly.platform.events.AuditNote;
import org.orderly.platform.events.Outbox;
import org.orderly.platform.persistence.Domain;

/**
 * Changes the category tree, one writer at a time.
 *
 * <p>Every method joins the caller's transaction, or opens one over the catalogue alone.
 */
@ApplicationScoped
@Transactional
public class CategoryEditor {

  private final CategoryRepository categories;
  private final Outbox outbox;
  private final Clock clock;

  @Inject
  CategoryEditor(CategoryRepository categories, @Domain("catalog") Outbox outbox, Clock clock) {
    this.categories = categories;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** What of a category may change, for the audit log. */
  private record Facts(String name, String path, @Nullable UUID parentId) {}

  /**
   * @throws CategoryNotFound if the parent is unknown
   * @throws CategoryExists if there is one of this path
   */
  public ManagedCategory add(CategoryDraft draft) {
    categories.lockTree();
    Optional<Node> parent = parent(draft);
    CategoryPath path = draft.below(namesOf(parent), 1);
    requireFree(path, Optional.empty());
    UUID id = UuidV7.next();
    categories.insert(id, parent.map(Node::key).orElse(null), path);
    outbox.append(
        new CategoryCreated(
            UuidV7.next(), clock.instant(), id, draft.parentId(), draft.name(), path.key()));
    note("category.created", id, null, facts(draft, path));
    return categories.one(id).view();
  }

  /**
   * Renames a category, moves it, or both; what is below it goes with it. Writing what it already
   * is changes nothing and tells nobody.
   *
   * @throws CategoryNotFound if it or the parent is unknown
   * @throws CategoryEditedMeanwhile if the draft is based on another version
   * @throws CategoryCycle if the parent is the category itself or below it
   * @throws CategoryExists if another category has the new path
   */
  public ManagedCategory replace(UUID id, CategoryDraft draft) {
    categories.lockTree();
    Node before = current(id, draft.basedOn());
    Optional<Node> parent = parent(draft);
    if (parent.filter(before::isAbove).isPresent()) {
      throw new CategoryCycle();
    }
    CategoryPath path = draft.below(namesOf(parent), categories.levelsOf(before));
    if (path.names().equals(before.names())) {
      return before.view();
    }
    requireFree(path, Optional.of(before));
    categories.move(before, parent.map(Node::key).orElse(null), path);
    outbox.append(
        new CategoryChanged(
            UuidV7.next(),
            clock.instant(),
            id,
            draft.parentId(),
            draft.name(),
            path.key(),
            before.path()));
    note("category.changed", id, facts(before), facts(draft, path));
    return categories.one(id).view();
  }

  /**
   * Deletes a category. Products that were withdrawn while in it count for the one above from then
   * on.
   *
   * @param basedOn the version that the writer saw; {@code null} for any
   * @throws CategoryNotFound if it is unknown
   * @throws CategoryEditedMeanwhile if it is at another version
   * @throws CategoryInUse if products on sale or other categories are in it
   */
  public void delete(UUID id, @Nullable Long basedOn) {
    categories.lockTree();
    categories.lock(id);
    Node node = current(id, basedOn);
    if (node.products() > 0 || node.children() > 0) {
      throw new CategoryInUse(node.products(), node.children());
    }
    categories.delete(node);
    outbox.append(new CategoryDeleted(UuidV7.next(), clock.instant(), id, node.path()));
    note("category.deleted", id, facts(node), null);
  }

  private Node current(UUID id, @Nullable Long basedOn) {
    Node node = categories.one(id);
    if (basedOn != null && basedOn != node.version()) {
      throw new CategoryEditedMeanwhile(node.version());
    }
    return node;
  }

  private Optional<Node> parent(CategoryDraft draft) {
    return Optional.ofNullable(draft.parentId()).map(categories::one);
  }

  /** A category may change how its own name is cased or spaced. */
  private void requireFree(CategoryPath path, Optional<Node> self) {
    Optional<Long> taken = categories.at(path);
    if (taken.isPresent() && !taken.equals(self.map(Node::key))) {
      throw new CategoryExists(path.key());
    }
  }

  private static List<String> namesOf(Optional<Node> parent) {
    return parent.map(Node::names).orElse(List.of());
  }

  private static Facts facts(Node node) {
    return new Facts(node.name(), node.path(), node.parentId());
  }

  private static Facts facts(CategoryDraft draft, CategoryPath path) {
    return new Facts(draft.name(), path.key(), draft.parentId());
  }

  private void note(String action, UUID id, @Nullable Facts before, @Nullable Facts after) {
    outbox.append(AuditNote.of(clock, action, id.toString(), before, after));
  }
}
