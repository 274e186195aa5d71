package org.orderly.identity;

import java.util.ArrayList;
import java.util.List;
import org.orderly.identity.audit.AuditLog;

/** An audit log in memory, of actions and what they were done to. */
public final class FakeAudit extends AuditLog {

  final List<String> entries = new ArrayList<>();
  final List<String> details = new ArrayList<>();

  public FakeAudit() {
    super(null, null);
  }

  @Override
  public void record(String action, String subject, Object before, Object after) {
    entries.add(action + " " + subject);
    details.add(before + " -> " + after);
  }
}
