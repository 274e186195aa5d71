package org.orderly.tests.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;

/** The integrity checks I1 to I10 as the running shop reports them. */
public final class IntegrityChecks {

  private IntegrityChecks() {}

  /** Runs all checks over all rows. */
  public static void assertThatAllPass() {
    JsonNode report = report();
    assertThat(report.get("checks").findValuesAsText("id"))
        .containsExactly("I1", "I2", "I3", "I4", "I5", "I6", "I7", "I8", "I9", "I10");
    assertThat(report.get("ok").asBoolean()).as(report.toString()).isTrue();
    assertThat(report.get("complete").asBoolean()).as(report.toString()).isTrue();
  }

  /** The check fails for this row, and for no more than one besides. */
  public static void assertThatFails(String id, Object row) {
    JsonNode check = check(id);
    assertThat(check.get("ok").asBoolean()).as(check.toString()).isFalse();
    assertThat(check.get("violations").asInt()).as(check.toString()).isBetween(1, 2);
    assertThat(check.get("sample").toString()).contains(row.toString());
  }

  public static JsonNode check(String id) {
    return StreamSupport.stream(report().get("checks").spliterator(), false)
        .filter(check -> check.get("id").asText().equals(id))
        .findAny()
        .orElseThrow();
  }

  private static JsonNode report() {
    return RunningShop.admin().get("admin/invariants").expect(200);
  }
}
