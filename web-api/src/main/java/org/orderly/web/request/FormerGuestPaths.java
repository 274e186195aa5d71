package org.orderly.web.request;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Maps the paths that guests' orders had once to those of all orders, which have the same
 * resources; docs/api-versioning.md lists them.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION - 100)
public class FormerGuestPaths implements ContainerRequestFilter {

  private static final Pattern FORMER =
      Pattern.compile(
          "guest/(orders/[0-9a-fA-F-]{36}"
              + "(?:/(?:cancel|history|invoice|payments|returns|shipments|stream))?)");

  @Override
  public void filter(ContainerRequestContext request) {
    UriInfo uri = request.getUriInfo();
    Matcher former = FORMER.matcher(ResourcePath.of(uri));
    if (former.matches()) {
      request.setRequestUri(
          uri.getBaseUriBuilder()
              .path(former.group(1))
              .replaceQuery(uri.getRequestUri().getRawQuery())
              .build());
    }
  }
}
