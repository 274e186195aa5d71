package org.orderly.web.operations;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.orderly.integrity.IntegrityChecks;
import org.orderly.integrity.ScanStatus;

/**
 * Tells what the integrity scan knows. Whatever that is, the instance stays up: data that does not
 * agree are no reason to sell nothing, but one to look at them.
 */
@Readiness
@ApplicationScoped
public class IntegrityHealth implements HealthCheck {

  private final DependencyCheck<ScanStatus> status;

  @Inject
  IntegrityHealth(IntegrityChecks integrityChecks) throws NamingException {
    ManagedExecutorService executor =
        InitialContext.doLookup("java:comp/DefaultManagedExecutorService");
    this.status =
        new DependencyCheck<>(
            "the auditor's record", integrityChecks::status, executor, System::nanoTime);
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder report = HealthCheckResponse.named("books").up();
    Optional<ScanStatus> known = status.answer();
    if (known.isEmpty()) {
      return report.withData("warning", "the auditor's record cannot be read").build();
    }
    ScanStatus books = known.get();
    report.withData("ok", books.ok()).withData("violations", books.total());
    if (books.lookedAt() != null) {
      report.withData("checkedAt", books.lookedAt().toString());
    }
    warning(books).ifPresent(text -> report.withData("warning", text));
    return report.build();
  }

  private static Optional<String> warning(ScanStatus books) {
    if (!books.ok()) {
      return Optional.of("the books do not agree: " + String.join(", ", books.broken()));
    }
    return books.lookedAt() == null
        ? Optional.of("the books have not been looked at yet")
        : Optional.empty();
  }
}
