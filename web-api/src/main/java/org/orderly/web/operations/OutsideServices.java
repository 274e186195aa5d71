package org.orderly.web.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import org.orderly.kernel.OutsideService;

/** How this instance stands with each service outside of it. */
@ApplicationScoped
public class OutsideServices {

  private final Instance<OutsideService> services;
  private final Parts parts;

  @Inject
  OutsideServices(@Any Instance<OutsideService> services, Parts parts) {
    this.services = services;
    this.parts = parts;
  }

  /**
   * By name. Redis is asked for it if nobody has lately; the others are as their last call said.
   */
  public List<OutsideService.Report> reports() {
    parts.isReachable(Parts.REDIS);
    return services.stream()
        .map(OutsideService::report)
        .sorted(Comparator.comparing(OutsideService.Report::name))
        .toList();
  }
}
