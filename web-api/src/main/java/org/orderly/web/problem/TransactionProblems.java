package org.orderly.web.problem;

import jakarta.transaction.TransactionalException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * A transaction that did not commit, or whose outcome is not known. The server has a mapper of its
 * own for these, which would let them fall through.
 */
@Provider
public class TransactionProblems implements ExceptionMapper<TransactionalException> {

  @Override
  public Response toResponse(TransactionalException failure) {
    return UnexpectedProblems.problem(failure).toResponse();
  }
}
