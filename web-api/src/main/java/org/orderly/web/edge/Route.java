package org.orderly.web.edge;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;

/** Notes on each request which resource method it reached, by the template of its address. */
@Provider
public class Route implements DynamicFeature {

  /** The request's attribute with the template. */
  public static final String ATTRIBUTE = Route.class.getName();

  private static final String ROOT = "/api/v1";

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    Path type = resource.getResourceClass().getAnnotation(Path.class);
    Path method = resource.getResourceMethod().getAnnotation(Path.class);
    context.register(new Note(ROOT + template(type) + template(method)));
  }

  private static String template(Path path) {
    if (path == null || path.value().equals("/")) {
      return "";
    }
    return path.value().startsWith("/") ? path.value() : "/" + path.value();
  }

  private record Note(String template) implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
      request.setProperty(ATTRIBUTE, template);
    }
  }
}
