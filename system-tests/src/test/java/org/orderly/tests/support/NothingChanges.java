package org.orderly.tests.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.orderly.tests.support.Api.Answer;

/** Holds every test of a class to it that no table of any database has changed after it. */
public final class NothingChanges implements BeforeEachCallback, AfterEachCallback {

  private Map<String, String> before;

  @Override
  public void beforeEach(ExtensionContext context) {
    before = ShopDatabases.fingerprints();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    assertThat(ShopDatabases.fingerprints()).isEqualTo(before);
  }

  /** A problem of this status, whose code matches. */
  public static void refused(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.body().get("status").asInt()).isEqualTo(status);
    assertThat(answer.code()).as(answer.toString()).matches(code);
    assertThat(answer.body().get("title").asText()).isNotBlank();
    assertThat(answer.body().get("instance").asText())
        .isEqualTo("urn:request:" + answer.header("X-Request-Id"));
  }
}
