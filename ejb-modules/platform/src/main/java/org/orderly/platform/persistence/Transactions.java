package org.orderly.platform.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/**
 * Runs a part of a use case in a container transaction, so that what happens outside and what
 * happens inside the transaction stand in one class.
 *
 * <p>Whatever the work throws rolls the transaction back and reaches the caller unchanged. A commit
 * that fails, or whose outcome is unknown, is a {@link jakarta.transaction.TransactionalException}.
 */
@ApplicationScoped
public class Transactions {

  private final ContainerTransactions container;

  /** Carries an error past the container, which would commit what was done before it. */
  private static final class ErrorInside extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ErrorInside(Error error) {
      super(error);
    }
  }

  /** Without a container, as in unit tests, the work runs and no transaction is begun. */
  public Transactions() {
    this(new ContainerTransactions());
  }

  @Inject
  Transactions(ContainerTransactions container) {
    this.container = container;
  }

  /**
   * Runs the work in the caller's transaction, or in a new one that commits when the work returns.
   * A failure in a joined transaction marks it for rollback: it cannot commit, even if the caller
   * catches the failure.
   */
  public <T> T required(Supplier<T> work) {
    try {
      return container.required(rollingBackOnError(work));
    } catch (ErrorInside e) {
      throw (Error) e.getCause();
    }
  }

  /** The same for work without a result. */
  public void required(Runnable work) {
    required(withoutResult(work));
  }

  /**
   * Runs the work in a new transaction, which commits when the work returns. The caller's
   * transaction is suspended meanwhile, and neither outcome affects the other.
   */
  public <T> T requiresNew(Supplier<T> work) {
    try {
      return container.requiresNew(rollingBackOnError(work));
    } catch (ErrorInside e) {
      throw (Error) e.getCause();
    }
  }

  /** The same for work without a result. */
  public void requiresNew(Runnable work) {
    requiresNew(withoutResult(work));
  }

  private static <T> Supplier<T> rollingBackOnError(Supplier<T> work) {
    return () -> {
      try {
        return work.get();
      } catch (Error e) {
        throw new ErrorInside(e);
      }
    };
  }

  private static Supplier<Boolean> withoutResult(Runnable work) {
    return () -> {
      work.run();
      return true;
    };
  }
}
