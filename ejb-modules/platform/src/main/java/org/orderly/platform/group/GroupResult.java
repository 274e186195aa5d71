package org.orderly.platform.group;

import java.util.Optional;
import java.util.function.Supplier;

/** The result of one entry of a group: a value, or the failure of this entry alone. */
public final class GroupResult<R> {

  private final Optional<RuntimeException> failure;
  private final Supplier<R> value;

  private GroupResult(Optional<RuntimeException> failure, Supplier<R> value) {
    this.failure = failure;
    this.value = value;
  }

  public static <R> GroupResult<R> of(R value) {
    return new GroupResult<>(Optional.empty(), () -> value);
  }

  public static <R> GroupResult<R> failed(RuntimeException failure) {
    return new GroupResult<>(
        Optional.of(failure),
        () -> {
          throw failure;
        });
  }

  /** The failure; empty if there is a value. */
  public Optional<RuntimeException> failure() {
    return failure;
  }

  /**
   * Returns the value.
   *
   * @throws RuntimeException the failure, if there is one
   */
  public R get() {
    return value.get();
  }
}
