package org.orderly.tests.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.orderly.kernel.DomainEvent;
import org.orderly.notification.webhook.payload.WebhookEventTypes;
import org.orderly.platform.events.AuditNote;

/**
 * The description of the events is written by hand; this holds it to every event that there is, in
 * both directions. An event of any domain that is not described fails here.
 */
class AsyncApiTest {

  private static final List<Class<?>> EVENTS = events();

  @Test
  void listsEveryEventOnTheChannelOfItsDomainAndNothingElse() {
    Map<String, Set<String>> told = new TreeMap<>();
    for (Class<?> event : EVENTS) {
      if (event != AuditNote.class) {
        told.computeIfAbsent(domain(event), domain -> new TreeSet<>()).add(event.getSimpleName());
      }
    }
    Map<String, Set<String>> described = AsyncApi.channels();
    described.values().forEach(messages -> messages.remove("AuditNote"));
    assertThat(described).isEqualTo(told);
  }

  @Test
  void namesTheTopicsAndPointsAtTheMessages() {
    AsyncApi.DOCUMENT
        .path("channels")
        .properties()
        .forEach(
            channel -> {
              assertThat(channel.getValue().path("address").asText())
                  .isEqualTo("orderly." + channel.getKey() + ".events");
              channel
                  .getValue()
                  .path("messages")
                  .properties()
                  .forEach(
                      message ->
                          assertThat(AsyncApi.resolved(message.getValue()).path("name").asText())
                              .isEqualTo(message.getKey()));
            });
  }

  @TestFactory
  Stream<DynamicTest> describesEveryMember() {
    return EVENTS.stream()
        .map(
            event ->
                DynamicTest.dynamicTest(
                    event.getSimpleName(),
                    () -> {
                      JsonNode message = AsyncApi.message(event.getSimpleName());
                      assertThat(message.path("summary").asText()).isNotBlank();
                      JsonNode payload = AsyncApi.resolved(message.path("payload"));
                      assertThat(SchemaDifferences.between(event, payload)).isEmpty();
                    }));
  }

  @Test
  void saysWhatWebhooksAreTold() {
    Set<String> told =
        StreamSupport.stream(AsyncApi.DOCUMENT.at("/components/messages").spliterator(), false)
            .filter(message -> message.path("x-webhook").asBoolean())
            .map(message -> message.path("name").asText())
            .collect(Collectors.toSet());
    assertThat(told).isEqualTo(WebhookEventTypes.TYPES);
  }

  private static String domain(Class<?> event) {
    return event.getPackageName().split("\\.")[2];
  }

  /** The classes of all events. */
  static List<Class<?>> events() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.orderly")
            .stream()
            .filter(type -> type.isAssignableTo(DomainEvent.class) && !type.isInterface())
            .<Class<?>>map(JavaClass::reflect)
            .toList();
  }
}
