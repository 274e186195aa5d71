package org.orderly.tests.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntegrityProofTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "true; null; true",
        "false; null; false",
        "false; \"2026-11-30T11:59:59Z\"; false",
        "false; \"2026-11-30T12:00:01Z\"; true",
      })
  void isCompleteWhenEverythingWasLookedAtSinceTheRows(
      boolean complete, String auditedAt, boolean expected) throws IOException {
    String report = "{\"complete\":%s,\"auditedAt\":%s}".formatted(complete, auditedAt);
    assertThat(
            IntegrityProof.isComplete(
                new ObjectMapper().readTree(report), Instant.parse("2026-11-30T12:00:00Z")))
        .isEqualTo(expected);
  }
}
