package org.orderly.catalog.database;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value read from the catalogue, kept in memory as long as its revision stays. Threads that come
 * at a new revision together may read it several times; each gets a current one.
 */
public final class PerRevision<T> {

  private record Kept<T>(long revision, T value) {}

  private final CatalogRevision revision;
  private final Supplier<T> read;
  private volatile @Nullable Kept<T> kept;

  /**
   * @param read reads the value; its failures reach the caller of {@link #get}
   */
  public PerRevision(CatalogRevision revision, Supplier<T> read) {
    this.revision = revision;
    this.read = read;
  }

  /**
   * The value at the revision now.
   *
   * @throws org.orderly.platform.persistence.DatabaseUnavailable if the database does not answer
   */
  public T get() {
    long now = revision.current();
    Kept<T> known = kept;
    if (known == null || known.revision() != now) {
      // the revision was taken first: a change meanwhile makes the value outdated, not current
      known = new Kept<>(now, read.get());
      kept = known;
    }
    return known.value();
  }
}
