package org.orderly.web.request;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/**
 * Answers {@code OPTIONS} by 204 and {@code Allow}. JAX-RS writes a list of methods as text, or a
 * description in WADL, as the body.
 */
@Provider
public class PlainOptions implements ContainerResponseFilter {

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getMethod().equals(HttpMethod.OPTIONS)
        && response.getStatus() == Response.Status.OK.getStatusCode()
        && response.getHeaders().containsKey(HttpHeaders.ALLOW)) {
      response.setEntity(null);
      response.setStatusInfo(Response.Status.NO_CONTENT);
    }
  }
}
