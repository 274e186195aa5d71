package org.orderly.web.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.orderly.kernel.UuidV7;
import org.orderly.platform.request.RequestContext;

/** The name under which a request is found again: in the answer, in problems and in the logs. */
public final class RequestIds {

  static final String HEADER = "X-Request-Id";

  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private RequestIds() {}

  /** The id of the request that this thread serves; a new one if it serves none. */
  public static String current() {
    String id = RequestContext.current().requestId();
    return id.isEmpty() ? UuidV7.next().toString() : id;
  }

  /** The id that was answered already, a sane one that came with the request, or a new one. */
  static String of(HttpServletRequest request, HttpServletResponse response) {
    String answered = response.getHeader(HEADER);
    if (answered != null) {
      return answered;
    }
    String given = request.getHeader(HEADER);
    return given != null && SANE.matcher(given).matches() ? given : UuidV7.next().toString();
  }
}
