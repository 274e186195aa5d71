package org.orderly.web.request;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.orderly.messaging.Answer;

/** How a repeated request is told from a first one in HTTP. */
public final class Idempotency {

  public static final String KEY = "Idempotency-Key";
  private static final String REPLAYED = "Idempotent-Replayed";

  private Idempotency() {}

  public static Response created(URI location, Answer<?> answer) {
    return marked(Response.created(location), answer);
  }

  public static Response ok(Answer<?> answer) {
    return marked(Response.ok(), answer);
  }

  private static Response marked(Response.ResponseBuilder response, Answer<?> answer) {
    if (answer.replayed()) {
      response.header(REPLAYED, "true");
    }
    return response.entity(answer.value()).build();
  }
}
