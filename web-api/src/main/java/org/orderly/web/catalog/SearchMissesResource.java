package org.orderly.web.catalog;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.orderly.catalog.search.SearchMiss;
import org.orderly.catalog.search.SearchMissQueries;
import org.orderly.kernel.Limit;
import org.orderly.web.request.Roles;

/** What shoppers looked for in vain, for admins. */
@Path("/admin/search-misses")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
public class SearchMissesResource {

  private final SearchMissQueries queries;

  @Inject
  SearchMissesResource(SearchMissQueries queries) {
    this.queries = queries;
  }

  /** The most frequent searches that found nothing. */
  public record SearchMissList(List<SearchMiss> items) {}

  @GET
  public SearchMissList frequent(@QueryParam("limit") Integer limit) {
    return new SearchMissList(queries.frequent(Limit.of(limit)));
  }
}
