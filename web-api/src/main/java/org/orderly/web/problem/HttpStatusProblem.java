package org.orderly.web.problem;

/** The problem that an HTTP status says by itself. */
public final class HttpStatusProblem {

  private HttpStatusProblem() {}

  public static Problem of(int status) {
    return switch (status) {
      case 400 -> Problem.of(400, "bad-request", "the request cannot be read");
      case 401 -> Problem.of(401, "unauthenticated", "a valid bearer token is needed");
      case 403 -> Problem.of(403, "forbidden", "the token does not allow this");
      case 404 -> Problem.of(404, "not-found", "there is nothing at this address");
      case 405 -> Problem.of(405, "method-not-allowed", "the address does not know this method");
      case 406 -> Problem.of(406, "not-acceptable", "answers are application/json");
      case 413 -> Problem.of(413, "body-too-large", "the body is larger than this address reads");
      case 408 -> Problem.of(408, "too-slow", "the request did not arrive in time");
      case 414 -> Problem.of(414, "uri-too-long", "the address is longer than this shop reads");
      case 415 -> Problem.of(415, "unsupported-media-type", "bodies are application/json");
      case 417 -> Problem.of(417, "expectation-failed", "only 100-continue can be expected");
      case 429 -> Problem.of(429, "rate-limited", "too many requests; see Retry-After");
      case 431 -> Problem.of(431, "headers-too-large", "the headers are too many or too long");
      case 505 -> Problem.of(505, "http-version-not-supported", "this shop speaks HTTP/1.1");
      case 503 -> Problem.of(503, "unavailable", "try again in a moment");
      default ->
          status >= 500
              ? Problem.of(status, "internal-error", "something failed on our side")
              : Problem.of(status, "bad-request", "the request is refused");
    };
  }
}
