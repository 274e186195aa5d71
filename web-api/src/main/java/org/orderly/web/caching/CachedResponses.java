package org.orderly.web.caching;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/**
 * Sends a cached response in the encoding that the caller accepts, or 304 if the caller has it.
 * Caches on the way must ask each time, unless the resource says otherwise.
 */
@Provider
public class CachedResponses implements ContainerResponseFilter {

  @Context private HttpServletResponse servletResponse;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (!(response.getEntity() instanceof KeyedResponse keyed)) {
      return;
    }
    CachedResponse cached = keyed.response();
    request.setProperty(CatalogCacheFilter.KEY, keyed.key());
    boolean gzip =
        cached.isCompressible()
            && AcceptEncoding.allowsGzip(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
    EntityTag tag = new EntityTag(cached.tag(gzip));
    response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
    if (!response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL)) {
      response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-cache");
    }
    // JAX-RS would replace what a filter has written
    servletResponse.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    Response.ResponseBuilder unmet = request.getRequest().evaluatePreconditions(tag);
    if (unmet != null) {
      response.setStatusInfo(unmet.build().getStatusInfo());
      response.setEntity(null);
      return;
    }
    if (gzip) {
      response.getHeaders().putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    response.setEntity(cached.body(gzip));
  }
}
