package org.orderly.web.request;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.orderly.platform.idempotency.IdempotentResult;

/** How a repeated request is told from a first one in HTTP. */
public final class Idempotency {

  public static final String KEY = "Idempotency-Key";
  private static final String REPLAYED = "Idempotent-Replayed";

  private Idempotency() {}

  public static Response created(URI location, IdempotentResult<?> idempotentResult) {
    return marked(Response.created(location), idempotentResult);
  }

  public static Response ok(IdempotentResult<?> idempotentResult) {
    return marked(Response.ok(), idempotentResult);
  }

  private static Response marked(
      Response.ResponseBuilder response, IdempotentResult<?> idempotentResult) {
    if (idempotentResult.replayed()) {
      response.header(REPLAYED, "true");
    }
    return response.entity(idempotentResult.value()).build();
  }
}
