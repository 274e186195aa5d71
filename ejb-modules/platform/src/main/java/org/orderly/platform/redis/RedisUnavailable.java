package org.orderly.platform.redis;

/** Redis does not answer, or not as it should; what was asked may have happened or not. */
public final class RedisUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RedisUnavailable(RuntimeException cause) {
    super(cause);
  }
}
