package org.orderly.productfiles.profile;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What files say of whether a product is on sale. */
final class OnSale {

  static final String DRAFT = "is not published there, so it is not put on sale here";

  private static final Set<String> YES =
      Set.of(
          "1", "true", "yes", "y", "published", "publish", "active", "enabled", "live", "visible");

  private static final Set<String> NO =
      Set.of(
          "0",
          "-1",
          "false",
          "no",
          "n",
          "draft",
          "private",
          "archived",
          "archive",
          "inactive",
          "disabled",
          "pending",
          "unlisted",
          "unpublished",
          "hidden",
          "trash",
          "suspended");

  private OnSale() {}

  /** Empty if the word says neither. */
  static Optional<Boolean> of(String word) {
    String plain = word.strip().toLowerCase(Locale.ROOT);
    return YES.contains(plain)
        ? Optional.of(true)
        : NO.contains(plain) ? Optional.of(false) : Optional.empty();
  }
}
