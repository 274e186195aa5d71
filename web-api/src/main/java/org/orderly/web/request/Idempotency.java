package org.orderly.web.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Id;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.platform.idempotency.IdempotentResult;

/**
 * Idempotent requests: the one way in which resources run what moves stock or money once for an
 * idempotency key, and mark the answer to a repeated request.
 *
 * <p>A request is the same if it has the same caller, operation, target and body.
 */
@ApplicationScoped
public class Idempotency {

  public static final String KEY = "Idempotency-Key";
  private static final String REPLAYED = "Idempotent-Replayed";

  private final Caller caller;

  @Inject
  Idempotency(Caller caller) {
    this.caller = caller;
  }

  /** What a request about one thing asks for. */
  private record Content(UUID target, @Nullable Record body) {}

  /**
   * A request of a signed-in caller.
   *
   * @param operation a name that no other operation has
   * @param key from the header {@value #KEY}; {@code null} if there is none
   */
  public IdempotentRequest of(String operation, @Nullable String key, Record body) {
    return of(caller.id(), operation, key, body);
  }

  /** The same for a request about one thing, such as an order; also of a guest. */
  public IdempotentRequest of(
      String operation, @Nullable String key, UUID target, @Nullable Record body) {
    return of(caller.actor().id(), operation, key, new Content(target, body));
  }

  /** A request of a caller without an account. */
  public IdempotentRequest of(Id owner, String operation, @Nullable String key, Record body) {
    return new IdempotentRequest(IdempotencyKey.of(owner, operation, key, body));
  }

  /** A request that takes effect once. */
  public record IdempotentRequest(IdempotencyKey key) {

    /** Runs it, and answers 200 with the first result. */
    public <T> Response ok(Function<IdempotencyKey, IdempotentResult<T>> effect) {
      return marked(Response.ok(), effect.apply(key));
    }

    /** Runs it, and answers 201 with the first result and where that is. */
    public <T> Response created(
        Function<T, String> location, Function<IdempotencyKey, IdempotentResult<T>> effect) {
      IdempotentResult<T> result = effect.apply(key);
      URI place = URI.create("/api/v1/" + location.apply(result.value()));
      return marked(Response.created(place), result);
    }

    private static Response marked(
        Response.ResponseBuilder response, IdempotentResult<?> idempotentResult) {
      if (idempotentResult.replayed()) {
        response.header(REPLAYED, "true");
      }
      return response.entity(idempotentResult.value()).build();
    }
  }
}
