package org.orderly.kernel;

import java.util.UUID;

/** An identifier with a type of its own, so that a product is never taken for an order. */
public interface Id {

  /** The identifier as stored: a version 7 UUID, which sorts by the time of its making. */
  UUID value();
}
