package org.orderly.tests.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.Id;
import org.orderly.kernel.Money;
import org.orderly.kernel.Quantity;
import org.orderly.notification.webhook.payload.WebhookPayload;
import org.orderly.notification.webhook.payload.WebhookPayloads;

/**
 * {@code webhook-payloads.txt} declares each event and each member of an event on offer, and the
 * description of the events says the same.
 */
class EventPayloadsTest {

  private static final Set<String> IN_EVERY_BODY = Set.of("eventId", "occurredAt");
  private static final Map<String, WebhookPayload> DECLARED = WebhookPayloads.declared();

  /** An event that gained a member about a person. */
  private record OrderSigned(UUID eventId, Instant occurredAt, String number, Signature signature) {
    private record Signature(List<Signer> signers) {}

    private record Signer(String name, Money fee) {}
  }

  @Test
  void everyEventHasADeclaration() {
    assertThat(DECLARED.keySet())
        .as("declare what of each event goes out to webhooks, in webhook-payloads.txt")
        .isEqualTo(
            AsyncApiTest.events().stream().map(Class::getSimpleName).collect(Collectors.toSet()));
  }

  @TestFactory
  Stream<DynamicTest> everyMemberIsDeclared() {
    return offered()
        .map(
            event ->
                DynamicTest.dynamicTest(
                    event.getSimpleName(),
                    () ->
                        assertThat(declaredMembers(event))
                            .as("declare each member of %s in webhook-payloads.txt", event)
                            .isEqualTo(members(event))));
  }

  @TestFactory
  Stream<DynamicTest> theDescriptionSaysWhatGoesOut() {
    return offered()
        .map(
            event ->
                DynamicTest.dynamicTest(
                    event.getSimpleName(),
                    () ->
                        assertThat(describedMembers(event))
                            .as("mark what stays inside by x-webhook: false in asyncapi.yaml")
                            .isEqualTo(DECLARED.get(event.getSimpleName()).sent())));
  }

  @Test
  void membersOfObjectsAndListsAreSeen() {
    assertThat(members(OrderSigned.class))
        .containsExactlyInAnyOrder(
            "number",
            "signature.signers.name",
            "signature.signers.fee.amount",
            "signature.signers.fee.currency");
  }

  private static Stream<Class<?>> offered() {
    return AsyncApiTest.events().stream()
        .filter(
            event ->
                DomainEvent.class.isAssignableFrom(event)
                    && DECLARED.containsKey(event.getSimpleName())
                    && DECLARED.get(event.getSimpleName()).internal().isEmpty());
  }

  private static Set<String> declaredMembers(Class<?> event) {
    WebhookPayload payload = DECLARED.get(event.getSimpleName());
    Set<String> members = new TreeSet<>(payload.sent());
    payload.withheld().forEach(member -> assertThat(members.add(member)).as(member).isTrue());
    return members;
  }

  private static Set<String> members(Class<?> event) {
    Set<String> members = new TreeSet<>();
    collect(event, "", members);
    members.removeAll(IN_EVERY_BODY);
    return members;
  }

  private static void collect(Type type, String path, Set<String> members) {
    Class<?> raw =
        type instanceof ParameterizedType generic
            ? (Class<?>) generic.getRawType()
            : (Class<?>) type;
    if (Collection.class.isAssignableFrom(raw)) {
      collect(((ParameterizedType) type).getActualTypeArguments()[0], path, members);
    } else if (raw == Money.class) {
      members.add(path + ".amount");
      members.add(path + ".currency");
    } else if (raw.isRecord() && !Id.class.isAssignableFrom(raw) && raw != Quantity.class) {
      for (RecordComponent member : raw.getRecordComponents()) {
        collect(
            member.getGenericType(),
            path.isEmpty() ? member.getName() : path + "." + member.getName(),
            members);
      }
    } else {
      members.add(path);
    }
  }

  private static Set<String> describedMembers(Class<?> event) {
    Set<String> members = new TreeSet<>();
    describe(AsyncApi.schema(event.getSimpleName()), "", members);
    members.removeAll(IN_EVERY_BODY);
    return members;
  }

  private static void describe(JsonNode described, String path, Set<String> members) {
    JsonNode schema = AsyncApi.resolved(AsyncApi.notNull(AsyncApi.resolved(described)));
    if (schema.has("items")) {
      describe(schema.path("items"), path, members);
    } else if (schema.has("properties")) {
      schema
          .path("properties")
          .properties()
          .forEach(
              member -> {
                if (member.getValue().path("x-webhook").asBoolean(true)) {
                  String name = member.getKey();
                  describe(member.getValue(), path.isEmpty() ? name : path + "." + name, members);
                }
              });
    } else {
      members.add(path);
    }
  }
}
