package org.orderly.payment.reconciliation;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Optional;
import org.orderly.ledger.PaymentDatabase;
import org.orderly.platform.json.Json;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;

/** Stores reconciliation reports, one a day. */
@ApplicationScoped
class ReconciliationReportRepository {

  private static final String FIND =
      "select report from reconciliation where day = ? and report is not null";

  private static final String KEEP =
      """
      insert into reconciliation (day, report, made_at) values (?, ?, now())
      on conflict (day) do update set report = excluded.report, made_at = excluded.made_at""";

  /**
   * The instance that inserts or renews the row makes the report; after a crash another one may
   * claim it.
   */
  private static final String CLAIM =
      """
      insert into reconciliation as r (day, claimed_at) values (?, now())
      on conflict (day) do update set claimed_at = now()
      where (r.report is null or (r.report::json ->> 'complete') = 'false')
        and (r.claimed_at is null or r.claimed_at < now() - interval '10 minutes')""";

  private final DomainDatabase database;

  @Inject
  ReconciliationReportRepository(@Domain(PaymentDatabase.NAME) DomainDatabase database) {
    this.database = database;
  }

  Optional<ReconciliationReport> find(LocalDate day) {
    return database.first(row -> read(row.getString(1)), FIND, day);
  }

  void keep(ReconciliationReport report) {
    try {
      database.change(KEEP, report.date(), Json.mapper().writeValueAsString(report));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the caller, of all instances, is to make the report of a day that has none yet. */
  boolean claim(LocalDate day) {
    return database.change(CLAIM, day) == 1;
  }

  private static ReconciliationReport read(String json) {
    try {
      return Json.mapper().readValue(json, ReconciliationReport.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
