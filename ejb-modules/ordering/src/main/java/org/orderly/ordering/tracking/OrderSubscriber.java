package org.orderly.ordering.tracking;

/** A subscriber to the stream of an order. Its methods are called by one thread at a time. */
public interface OrderSubscriber {

  /** Whether the listener may still hear: signed in, and not gone. */
  boolean isOpen();

  /**
   * May take as long as the listener's network does.
   *
   * @return false once the listener is gone
   */
  boolean tell(TrackedStep step);

  /**
   * Says that we are still there.
   *
   * @return false once the listener is gone
   */
  boolean beat();

  /** Ends it; calling it again does nothing. */
  void close();
}
