package org.orderly.web.request;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.regex.Pattern;
import org.orderly.web.problem.Problem;

/**
 * Refuses headers that are not what HTTP says they are. JAX-RS reads them when somebody asks for
 * them, deep in a method, and fails there as if the fault were ours.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION - 100)
public class HeaderSyntax implements ContainerRequestFilter {

  /** RFC 9110, 8.8.3: tags are in quotation marks, and hold no controls and no quotation marks. */
  private static final String TAG = "(?:W/)?\"[\\x21\\x23-\\x7e\\x80-\\xff]{0,200}\"";

  private static final Pattern TAGS =
      Pattern.compile("\\s*(?:\\*|" + TAG + "(?:\\s*,\\s*" + TAG + "){0,50})\\s*");

  @Override
  public void filter(ContainerRequestContext request) {
    for (String name : List.of(HttpHeaders.IF_MATCH, HttpHeaders.IF_NONE_MATCH)) {
      String tags = request.getHeaderString(name);
      if (tags != null && !TAGS.matcher(tags).matches()) {
        refuse(request, name);
        return;
      }
    }
    read(request, HttpHeaders.CONTENT_TYPE, request::getMediaType);
    read(request, HttpHeaders.ACCEPT, request::getAcceptableMediaTypes);
    read(request, HttpHeaders.ACCEPT_LANGUAGE, request::getAcceptableLanguages);
    read(request, HttpHeaders.COOKIE, request::getCookies);
  }

  private static void read(ContainerRequestContext request, String name, Runnable reading) {
    try {
      if (request.getHeaderString(name) != null) {
        reading.run();
      }
    } catch (ProcessingException | IllegalArgumentException | IndexOutOfBoundsException e) {
      refuse(request, name);
    }
  }

  private static void refuse(ContainerRequestContext request, String name) {
    String detail = "the header " + name + " cannot be read";
    request.abortWith(Problem.of(400, "malformed-header", detail).toResponse());
  }
}
