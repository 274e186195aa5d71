package org.orderly.web.orders;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Page;
import org.orderly.reporting.BestsellerQueries;
import org.orderly.reporting.CategorySales;
import org.orderly.reporting.Interval;
import org.orderly.reporting.Popularity;
import org.orderly.reporting.ProductSales;
import org.orderly.reporting.SalesQueries;
import org.orderly.reporting.SalesRebuild;
import org.orderly.reporting.SalesReport;
import org.orderly.reporting.SalesSummaryQueries;
import org.orderly.web.request.Roles;

/** What the shop sells, for admins. */
@Path("/admin/analytics")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
public class AnalyticsResource {

  private final SalesQueries salesQueries;
  private final BestsellerQueries bestsellerQueries;
  private final SalesSummaryQueries check;
  private final SalesRebuild rebuild;
  private final Popularity popularity;
  private final Clock clock;

  @Inject
  AnalyticsResource(
      SalesQueries salesQueries,
      BestsellerQueries bestsellerQueries,
      SalesSummaryQueries check,
      SalesRebuild rebuild,
      Popularity popularity,
      Clock clock) {
    this.salesQueries = salesQueries;
    this.bestsellerQueries = bestsellerQueries;
    this.check = check;
    this.rebuild = rebuild;
    this.popularity = popularity;
    this.clock = clock;
  }

  @GET
  @Path("/sales")
  public SalesReport sales(
      @BeanParam PeriodParameters period, @QueryParam("interval") String interval) {
    return salesQueries.in(
        period.period(Interval.of(interval), clock.instant()), period.currency());
  }

  @GET
  @Path("/products")
  public Page<ProductSales> products(
      @BeanParam PeriodParameters period, @QueryParam("limit") Integer limit) {
    return new Page<>(
        bestsellerQueries.products(
            period.period(Interval.DAY, clock.instant()), period.currency(), Limit.of(limit)),
        null);
  }

  @GET
  @Path("/categories")
  public Page<CategorySales> categories(
      @BeanParam PeriodParameters period, @QueryParam("limit") Integer limit) {
    return new Page<>(
        bestsellerQueries.categories(
            period.period(Interval.DAY, clock.instant()), period.currency(), Limit.of(limit)),
        null);
  }

  @GET
  @Path("/check")
  public SalesSummaryQueries.Report check() {
    return check.check();
  }

  /** Events go on being counted meanwhile; products are ranked by the outcome. */
  @POST
  @Path("/rebuild")
  public SalesRebuild.Outcome rebuild() {
    SalesRebuild.Outcome outcome = rebuild.run();
    popularity.compute();
    return outcome;
  }
}
