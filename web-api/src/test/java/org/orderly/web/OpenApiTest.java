package org.orderly.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.orderly.web.request.IgnoresUnknownParameters;

/** The document is written by hand; this holds it to what the resources really do. */
class OpenApiTest {

  /** Served by the container, not by JAX-RS. */
  private static final Set<String> ELSEWHERE = Set.of("get /.well-known/jwks.json");

  /** Answered from the request's own headers, not through a parameter of the method. */
  private static final Set<String> IMPLIED = Set.of("header If-None-Match");

  /** Open to everyone, and yet not every proof of who one is counts. */
  private static final Set<String> PROVING =
      Set.of(
          "/api/v1/auth/login",
          "/api/v1/auth/refresh",
          "/api/v1/auth/logout",
          "/api/v1/auth/token",
          "/api/v1/auth/oidc/session");

  /** Open to everyone, but one of its parameters asks for what only some may see. */
  private static final Set<String> PARTLY_OPEN = Set.of("/api/v1/inventory/{productId}");

  private static final Pattern ROLES =
      Pattern.compile("^Roles: ((?:admin|customer|vendor)(?:, (?:admin|customer|vendor))*)");

  private static JsonNode document;
  private static Map<String, JsonNode> operations;

  @BeforeAll
  static void read() throws IOException {
    try (InputStream yaml = OpenApiTest.class.getResourceAsStream("/META-INF/openapi.yaml")) {
      document = new YAMLMapper().readTree(yaml);
    }
    operations = new TreeMap<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue().properties().stream()
                    .filter(member -> !member.getKey().equals("parameters"))
                    .forEach(
                        member ->
                            operations.put(
                                member.getKey() + " " + path.getKey(), member.getValue())));
    ELSEWHERE.forEach(operations::remove);
  }

  @Test
  void documentsEveryResourceMethodAndNothingElse() throws Exception {
    Set<String> names = Endpoint.all().map(Endpoint::name).collect(Collectors.toSet());
    assertThat(operations.keySet()).containsExactlyInAnyOrderElementsOf(names);
  }

  @Test
  void namesEveryOperationOnce() {
    assertThat(operations.values().stream().map(operation -> text(operation, "operationId")))
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[a-z][A-Za-z]+"));
  }

  @TestFactory
  Stream<DynamicTest> saysWhoMayCall() throws Exception {
    return each(
        endpoint -> {
          JsonNode operation = operations.get(endpoint.name());
          assertThat(rolesIn(operation)).isEqualTo(endpoint.roles());
          assertThat(scopeIn(operation)).isEqualTo(endpoint.scope());
          assertThat(endpoint.letsApiClientsIn()).isEqualTo(endpoint.scope() != null);
          assertThat(!operation.path("security").findPath("orderToken").isMissingNode())
              .as("open to guests")
              .isEqualTo(endpoint.letsGuestsIn());
          assertThat(isOpen(operation))
              .as("open to everyone")
              .isEqualTo(endpoint.roles().isEmpty());
          assertThat(operation.path("responses").has("401"))
              .as("may answer 401")
              .isEqualTo(
                  !endpoint.roles().isEmpty()
                      || PROVING.contains(endpoint.path())
                      || PARTLY_OPEN.contains(endpoint.path()));
        });
  }

  @TestFactory
  Stream<DynamicTest> saysWhatIsSent() throws Exception {
    return each(
        endpoint -> {
          JsonNode operation = operations.get(endpoint.name());
          Set<String> told = parameters(operation);
          told.addAll(parameters(document.path("paths").path(endpoint.path())));
          told.removeAll(IMPLIED);
          assertThat(told).isEqualTo(endpoint.parameters());
          assertThat(operation.has("requestBody")).isEqualTo(endpoint.readsBody());
          assertThat(operation.path("x-ignores-unknown-parameters").asBoolean())
              .isEqualTo(endpoint.method().isAnnotationPresent(IgnoresUnknownParameters.class));
        });
  }

  @TestFactory
  Stream<DynamicTest> listsEveryMemberOfARecord() {
    return DocumentedRecords.ALL.entrySet().stream()
        .map(
            record ->
                DynamicTest.dynamicTest(
                    record.getKey(),
                    () ->
                        assertThat(members(record.getKey()))
                            .isEqualTo(members(record.getValue()))));
  }

  @FunctionalInterface
  private interface Check {
    void of(Endpoint endpoint);
  }

  private static Stream<DynamicTest> each(Check check) throws Exception {
    return Endpoint.all()
        .map(endpoint -> DynamicTest.dynamicTest(endpoint.name(), () -> check.of(endpoint)));
  }

  /** An empty requirement among others says that a token may be sent and need not. */
  private static boolean isOpen(JsonNode operation) {
    JsonNode security = operation.path("security");
    return operation.has("security")
        && (security.isEmpty() || security.path(0).isObject() && security.path(0).isEmpty());
  }

  private static Set<String> rolesIn(JsonNode operation) {
    Matcher told = ROLES.matcher(text(operation, "description"));
    return told.find() ? new TreeSet<>(Arrays.asList(told.group(1).split(", "))) : Set.of();
  }

  private static String scopeIn(JsonNode operation) {
    return operation.path("security").findPath("apiClient").path(0).asText(null);
  }

  @Test
  void listsEveryScope() throws Exception {
    JsonNode flow = document.at("/components/securitySchemes/apiClient/flows/clientCredentials");
    Set<String> told = new TreeSet<>();
    flow.path("scopes").fieldNames().forEachRemaining(told::add);
    assertThat(told)
        .isEqualTo(
            Endpoint.all()
                .map(Endpoint::scope)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** In YAML a comma ends an unquoted text in braces: the rest becomes a member without a value. */
  @Test
  void cutsNoTextOff() {
    assertThat(withoutValue("", document)).isEmpty();
  }

  private static List<String> withoutValue(String place, JsonNode node) {
    List<String> found = new ArrayList<>();
    node.properties()
        .forEach(
            member -> {
              String name = place + "/" + member.getKey();
              if (member.getValue().isNull()) {
                found.add(name);
              } else if (!member.getKey().equals("example")) {
                found.addAll(withoutValue(name, member.getValue()));
              }
            });
    return found;
  }

  private static Set<String> parameters(JsonNode holder) {
    return StreamSupport.stream(holder.path("parameters").spliterator(), false)
        .map(OpenApiTest::resolved)
        .map(parameter -> text(parameter, "in") + " " + text(parameter, "name"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(text(node, "$ref").substring(1)) : node;
  }

  private static Set<String> members(String schema) {
    JsonNode properties = document.at("/components/schemas/" + schema + "/properties");
    Set<String> names = new TreeSet<>();
    properties.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static String name(RecordComponent member) {
    JsonProperty told = member.getAccessor().getAnnotation(JsonProperty.class);
    return told == null ? member.getName() : told.value();
  }

  private static Set<String> members(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents())
        .filter(member -> !member.getAccessor().isAnnotationPresent(JsonIgnore.class))
        .filter(member -> !member.getAccessor().isAnnotationPresent(JsonAnyGetter.class))
        .map(OpenApiTest::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String text(JsonNode node, String member) {
    return node.path(member).asText();
  }
}
