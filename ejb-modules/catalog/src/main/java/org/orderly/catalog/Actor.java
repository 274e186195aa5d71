package org.orderly.catalog;

import java.util.Objects;
import org.orderly.kernel.UserId;

/**
 * Who changes the catalogue.
 *
 * @param admin may change every product; anybody else only their own
 */
public record Actor(UserId id, boolean admin) {

  public Actor {
    Objects.requireNonNull(id, "actor");
  }
}
