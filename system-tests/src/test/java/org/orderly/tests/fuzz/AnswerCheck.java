package org.orderly.tests.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.oas.OpenApi30;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.orderly.tests.fuzz.ApiDescription.Operation;
import org.orderly.tests.fuzz.RequestMaker.Made;

/** What every answer has to be like, whatever was asked. */
final class AnswerCheck {

  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(
          SpecVersion.VersionFlag.V4,
          factory ->
              factory
                  .metaSchema(OpenApi30.getInstance())
                  .defaultMetaSchemaIri(OpenApi30.getInstance().getIri()));

  private final ApiDescription description;
  private final Map<String, Optional<JsonSchema>> schemas = new ConcurrentHashMap<>();

  AnswerCheck(ApiDescription description) {
    this.description = description;
  }

  /** What is wrong with the answer; empty if nothing is. */
  Optional<String> fault(Made made, RawAnswer answer) {
    int status = answer.status();
    if (status < 200) {
      return Optional.of("no answer");
    }
    if (status >= 500 && !(status == 503 && !answer.header("Retry-After").isEmpty())) {
      return Optional.of("a failure: " + shown(answer));
    }
    if (status >= 400) {
      return made.request().method().equals("HEAD") ? Optional.empty() : refusal(made, answer);
    }
    return made.otherMethod() || status >= 300 ? Optional.empty() : success(made, answer);
  }

  private Optional<String> refusal(Made made, RawAnswer answer) {
    if (made.operation().path().equals("/api/v1/auth/token") && answer.json().has("error")) {
      return Optional.empty();
    }
    return problem(answer);
  }

  /** RFC 9457, with the members that are documented. */
  static Optional<String> problem(RawAnswer answer) {
    if (!answer.header("Content-Type").startsWith("application/problem+json")) {
      return Optional.of("no problem: " + shown(answer));
    }
    JsonNode problem = answer.json();
    boolean sound =
        problem.path("status").asInt() == answer.status()
            && problem.path("type").isTextual()
            && !problem.path("title").asText().isBlank()
            && !problem.path("detail").asText().isBlank()
            && problem.path("code").asText().matches("[a-z0-9]+(-[a-z0-9]+)*")
            && problem.path("instance").asText().startsWith("urn:request:")
            && !answer.header("X-Request-Id").isEmpty();
    return sound ? Optional.empty() : Optional.of("a problem without a member: " + shown(answer));
  }

  private Optional<String> success(Made made, RawAnswer answer) {
    Operation operation = made.operation();
    String status = Integer.toString(answer.status());
    if (!operation.responses().has(status)) {
      return Optional.of("a status that is not documented: " + shown(answer));
    }
    if (!answer.header("Content-Type").startsWith("application/json")) {
      return Optional.empty();
    }
    return schemas
        .computeIfAbsent(operation.route() + " " + status, key -> schema(operation, status))
        .map(schema -> schema.validate(answer.json(), AnswerCheck::withoutFormats))
        .filter(differences -> !differences.isEmpty())
        .map(differences -> "not as documented: " + differences + " " + shown(answer));
  }

  /**
   * The library's idea of an e-mail address needs a public domain; a shop of one machine has none.
   */
  private static void withoutFormats(ExecutionContext context) {
    context.getExecutionConfig().setFormatAssertionsEnabled(false);
  }

  private Optional<JsonSchema> schema(Operation operation, String status) {
    JsonNode content = description.resolved(operation.responses().path(status)).path("content");
    JsonNode schema = content.path("application/json").path("schema");
    return schema.isMissingNode()
        ? Optional.empty()
        : Optional.of(SCHEMAS.getSchema(description.complete(schema)));
  }

  private static String shown(RawAnswer answer) {
    String body = new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8);
    return answer.status() + " " + (body.length() > 400 ? body.substring(0, 400) : body);
  }
}
