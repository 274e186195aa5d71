package org.orderly.web.problem;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.orderly.kernel.DomainException;
import org.orderly.platform.persistence.DatabaseUnavailable;
import org.orderly.web.edge.RequestIds;

/**
 * Unexpected failures, and failures that containers have wrapped.
 *
 * <p>The caller learns the request's id and no detail; the log has the rest.
 */
@Provider
public class UnexpectedProblems implements ExceptionMapper<Throwable> {

  private static final Logger LOG = Logger.getLogger(UnexpectedProblems.class.getName());

  @Override
  public Response toResponse(Throwable failure) {
    return problem(failure).toResponse();
  }

  static Problem problem(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof DomainException domain) {
        return DomainProblems.problem(domain);
      }
      if (cause instanceof WebApplicationException http && http.getResponse().getStatus() < 500) {
        return HttpStatusProblem.of(http.getResponse().getStatus());
      }
      if (cause instanceof OptimisticLockException) {
        return Problem.of(409, "changed-meanwhile", "someone else changed this; read it again");
      }
      if (cause instanceof HeuristicMixedException || cause instanceof HeuristicRollbackException) {
        log(Level.WARNING, failure);
        return Problem.of(
            503,
            "outcome-unknown",
            "whether this took effect is not known yet; repeat it with its Idempotency-Key");
      }
      if (cause instanceof SQLException && DatabaseUnavailable.isOutage(cause)) {
        log(Level.WARNING, failure);
        return Problem.of(503, "database-unavailable", "a database is not available");
      }
    }
    if (isRolledBack(failure)) {
      log(Level.WARNING, failure);
      return Problem.of(503, "not-committed", "nothing has changed; try again");
    }
    log(Level.SEVERE, failure);
    return HttpStatusProblem.of(500);
  }

  /** A branch did not vote for the commit, or time ran out; a fault of a statement is not meant. */
  private static boolean isRolledBack(Throwable failure) {
    boolean rolledBack = false;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      rolledBack |= cause instanceof RollbackException;
      if (cause instanceof PersistenceException) {
        return false;
      }
    }
    return rolledBack;
  }

  private static void log(Level level, Throwable failure) {
    LOG.log(level, failure, () -> "request " + RequestIds.current() + " failed");
  }
}
