package org.orderly.integrity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderly.integrity.indoubt.InDoubtReport;
import org.orderly.integrity.indoubt.InDoubtTransactions;
import org.orderly.platform.integrity.Finding;
import org.orderly.platform.integrity.IntegrityCheck;
import org.orderly.platform.integrity.ScanPage;

/** The prepared transactions of all databases, which are few: I9. */
@ApplicationScoped
class InDoubtCheck implements IntegrityCheck {

  private final InDoubtTransactions transactions;
  private final ScanSettings settings;

  @Inject
  InDoubtCheck(InDoubtTransactions transactions, ScanSettings settings) {
    this.transactions = transactions;
    this.settings = settings;
  }

  @Override
  public String name() {
    return "prepared transactions";
  }

  @Override
  public Set<String> checks() {
    return Set.of("I9");
  }

  @Override
  public ScanPage after(@Nullable String position, int size) {
    InDoubtReport report = transactions.report();
    return new ScanPage(null, findings(report), report.unreachable());
  }

  @Override
  public List<Finding> at(String subject) {
    return findings(transactions.report()).stream()
        .filter(finding -> finding.subject().equals(subject))
        .toList();
  }

  private List<Finding> findings(InDoubtReport report) {
    return report.olderThan(settings.inDoubt()).stream().map(InDoubtCheck::finding).toList();
  }

  private static Finding finding(InDoubtReport.Branch branch) {
    String name = branch.database() + " " + branch.gid();
    return new Finding("I9", name, "branch " + name + ": prepared at " + branch.preparedAt());
  }
}
