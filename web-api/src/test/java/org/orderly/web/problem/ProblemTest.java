package org.orderly.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.kernel.DomainException;
import org.orderly.kernel.InvalidValue;

class ProblemTest {

  private static final class Refusal extends DomainException {
    private static final long serialVersionUID = 1L;

    Refusal(Kind kind) {
      super(kind, "some-code", "some detail", Map.of("productId", "p1"));
    }
  }

  @Test
  void hasTheMembersOfRfc9457InOrder() throws Exception {
    JsonNode json = json(new DomainProblems().toResponse(new InvalidValue("amount", "is odd")));
    List<String> members = new ArrayList<>();
    json.fieldNames().forEachRemaining(members::add);
    assertThat(members.subList(0, 6))
        .containsExactly("type", "title", "status", "detail", "instance", "code");
    assertThat(members.subList(6, members.size())).containsExactlyInAnyOrder("field", "errors");
    assertThat(json.get("type").asText()).isEqualTo("about:blank");
    assertThat(json.get("title").asText()).isEqualTo("Bad Request");
    assertThat(json.get("status").asInt()).isEqualTo(400);
    assertThat(json.get("detail").asText()).isEqualTo("amount is odd");
    assertThat(json.get("instance").asText()).startsWith("urn:request:");
  }

  @ParameterizedTest
  @EnumSource(DomainException.Kind.class)
  void mapsEveryKindOfRefusalToItsStatus(DomainException.Kind kind) {
    int expected =
        switch (kind) {
          case INVALID -> 400;
          case UNAUTHENTICATED -> 401;
          case FORBIDDEN -> 403;
          case NOT_FOUND -> 404;
          case CONFLICT -> 409;
          case RULE_BROKEN -> 422;
          case LIMITED -> 429;
          case UNAVAILABLE -> 503;
        };
    Response response = new DomainProblems().toResponse(new Refusal(kind));
    assertThat(response.getStatus()).isEqualTo(expected);
    assertThat(response.getMediaType()).hasToString("application/problem+json");
    assertThat(response.getHeaderString("WWW-Authenticate") != null)
        .isEqualTo(kind == DomainException.Kind.UNAUTHENTICATED);
  }

  @ParameterizedTest
  @CsvSource({
    "400, bad-request",
    "401, unauthenticated",
    "403, forbidden",
    "404, not-found",
    "405, method-not-allowed",
    "406, not-acceptable",
    "413, body-too-large",
    "408, too-slow",
    "414, uri-too-long",
    "415, unsupported-media-type",
    "418, bad-request",
    "429, rate-limited",
    "431, headers-too-large",
    "500, internal-error",
    "503, unavailable"
  })
  void hasACodeForEveryStatus(int status, String code) {
    Problem problem = HttpStatusProblem.of(status);
    assertThat(problem.status()).isEqualTo(status);
    assertThat(problem.code()).isEqualTo(code);
  }

  @Test
  void keepsTheMethodsThatWouldBeAllowed() {
    Response response =
        new HttpProblems().toResponse(new NotAllowedException("GET", new String[] {"PUT"}));
    assertThat(response.getStatus()).isEqualTo(405);
    assertThat(response.getHeaderString("Allow")).contains("GET").contains("PUT");
  }

  @Test
  void findsTheRefusalThatContainersWrapped() {
    Throwable wrapped =
        new RuntimeException(new Exception(new Refusal(DomainException.Kind.CONFLICT)));
    assertThat(UnexpectedProblems.problem(wrapped).code()).isEqualTo("some-code");
    Throwable lost = new RuntimeException(new OptimisticLockException());
    assertThat(UnexpectedProblems.problem(lost).status()).isEqualTo(409);
  }

  @ParameterizedTest
  @ValueSource(strings = {"08006", "53300", "57P01"})
  void tellsThatADatabaseIsAway(String state) {
    Throwable away = new RuntimeException(new SQLException("gone", state));
    assertThat(UnexpectedProblems.problem(away).status()).isEqualTo(503);
  }

  @Test
  void tellsNothingOfWhatNobodyForesaw() {
    Problem problem = UnexpectedProblems.problem(new SQLException("password=secret", "42P01"));
    assertThat(problem.status()).isEqualTo(500);
    assertThat(problem.toString()).doesNotContain("secret").doesNotContain("42P01");
  }

  private static JsonNode json(Response response) throws Exception {
    return JsonBodies.MAPPER.readTree(JsonBodies.MAPPER.writeValueAsBytes(response.getEntity()));
  }
}
