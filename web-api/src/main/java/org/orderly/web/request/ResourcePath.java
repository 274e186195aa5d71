package org.orderly.web.request;

import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.core.UriInfo;
import java.util.stream.Collectors;

/**
 * The address below the API's root as resources are matched to it: decoded and without matrix
 * parameters, which a client may put into any segment.
 */
final class ResourcePath {

  private ResourcePath() {}

  static String of(UriInfo uri) {
    return uri.getPathSegments().stream()
        .map(PathSegment::getPath)
        .filter(segment -> !segment.isEmpty())
        .collect(Collectors.joining("/"));
  }
}
