package org.orderly.web.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.orderly.web.edge.RequestIds;

/**
 * A refusal in the form of RFC 9457.
 *
 * @param type {@code about:blank}: the code says more than a page could
 * @param title the status in words
 * @param detail what is wrong with this request, for people
 * @param instance the request's id, as in {@code X-Request-Id} and in the log
 * @param code the failure's stable name, for programs
 * @param errors the single faults of an invalid body
 * @param details further members that belong to the code
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "code", "errors"})
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    String code,
    List<FieldError> errors,
    @JsonAnyGetter Map<String, Object> details) {

  static final String MEDIA_TYPE = "application/problem+json";

  private static final String INSTANCE = "urn:request:";

  /** A status (RFC 9110) that JAX-RS 3.1 has no name for. */
  private static final int UNPROCESSABLE = 422;

  private static final int RETRY_AFTER_SECONDS = 2;

  /** One member of the body that is not as it should be. */
  public record FieldError(String field, String message) {}

  public static Problem of(int status, String code, String detail) {
    return of(status, code, detail, List.of(), Map.of());
  }

  public static Problem of(
      int status,
      String code,
      String detail,
      List<FieldError> errors,
      Map<String, Object> details) {
    return new Problem(
        "about:blank",
        title(status),
        status,
        detail,
        INSTANCE + RequestIds.current(),
        code,
        errors,
        details);
  }

  /** The name of the request that is refused, which {@code instance} holds as a URN. */
  String requestId() {
    return instance.substring(INSTANCE.length());
  }

  private static String title(int status) {
    if (status == UNPROCESSABLE) {
      return "Unprocessable Content";
    }
    Response.Status known = Response.Status.fromStatusCode(status);
    return known == null ? "Error" : known.getReasonPhrase();
  }

  /** The same outside of JAX-RS. */
  void writeTo(HttpServletResponse response) throws IOException {
    response.setStatus(status);
    response.setContentType(MEDIA_TYPE);
    response.getOutputStream().write(JsonBodies.MAPPER.writeValueAsBytes(this));
  }

  public Response toResponse() {
    Response.ResponseBuilder response =
        Response.status(status).entity(this).type(MediaType.valueOf(MEDIA_TYPE));
    if (status == Response.Status.UNAUTHORIZED.getStatusCode()) {
      response.header("WWW-Authenticate", "Bearer realm=\"orderly\"");
    }
    if (status == Response.Status.SERVICE_UNAVAILABLE.getStatusCode()
        || status == Response.Status.TOO_MANY_REQUESTS.getStatusCode()) {
      response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    return response.build();
  }
}
