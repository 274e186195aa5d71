package org.orderly.identity.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderly.kernel.InvalidValue;

class AuditedActionTest {

  private final List<String> seen = new ArrayList<>();

  private final AuditLog log =
      new AuditLog(null, null) {
        @Override
        public void recordApart(String action, String subject, Object before, Object after) {
          seen.add(action + " " + subject + " " + after);
        }
      };

  private final AuditedAction auditedAction = new AuditedAction(log);

  @Test
  void recordsThatAnActBeginsAndWhatCameOfIt() {
    int outcome =
        auditedAction.of(
            "letters.sent",
            "all",
            "please",
            () -> {
              seen.add("act");
              return 3;
            });
    assertThat(outcome).isEqualTo(3);
    assertThat(seen)
        .containsExactly("letters.sent.begun all please", "act", "letters.sent.done all 3");
  }

  @Test
  void recordsARefusalAndHandsItOn() {
    InvalidValue refusal = new InvalidValue("letters", "are none");
    assertThatThrownBy(
            () ->
                auditedAction.of(
                    "letters.sent",
                    "all",
                    null,
                    () -> {
                      throw refusal;
                    }))
        .isSameAs(refusal);
    assertThat(seen)
        .containsExactly(
            "letters.sent.begun all null", "letters.sent.failed all {code=invalid-value}");
  }

  @Test
  void doesNothingThatCannotBeRecorded() {
    AuditedAction blind =
        new AuditedAction(
            new AuditLog(null, null) {
              @Override
              public void recordApart(String action, String subject, Object was, Object is) {
                throw new IllegalStateException("no database");
              }
            });
    assertThatThrownBy(() -> blind.of("letters.sent", "all", null, () -> seen.add("act")))
        .isInstanceOf(IllegalStateException.class);
    assertThat(seen).isEmpty();
  }
}
