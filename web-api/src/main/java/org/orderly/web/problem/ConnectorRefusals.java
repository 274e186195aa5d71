package org.orderly.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import org.orderly.web.edge.RefusalWriter;

/** What the connector refuses, in the form of all other refusals. */
@ApplicationScoped
class ConnectorRefusals implements RefusalWriter {

  @Override
  public Refusal refusal(int status) {
    Problem problem = HttpStatusProblem.of(status);
    try {
      return new Refusal(
          status,
          problem.title(),
          problem.requestId(),
          Problem.MEDIA_TYPE,
          JsonBodies.MAPPER.writeValueAsBytes(problem));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
