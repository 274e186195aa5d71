package org.orderly.notification.webhook.payload;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The declarations of all webhook payloads, as {@code webhook-payloads.txt} beside this class lists
 * them.
 */
public final class WebhookPayloads {

  private static final String FILE = "webhook-payloads.txt";

  private static final Map<String, WebhookPayload> DECLARED = parse(text());

  private WebhookPayloads() {}

  /** Each declaration by the type of its event. */
  public static Map<String, WebhookPayload> declared() {
    return DECLARED;
  }

  /**
   * The declaration of an event on offer.
   *
   * @throws IllegalArgumentException if it is not on offer
   */
  static WebhookPayload of(String type) {
    WebhookPayload payload = DECLARED.get(type);
    if (payload == null || !offered().contains(type)) {
      throw new IllegalArgumentException("webhooks are not sent " + type);
    }
    return payload;
  }

  /** The types on offer: all that are declared and not internal. */
  static Set<String> offered() {
    return DECLARED.entrySet().stream()
        .filter(payload -> payload.getValue().internal().isEmpty())
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * @throws IllegalStateException if the text names a type twice, or is no declaration
   */
  static Map<String, WebhookPayload> parse(String text) {
    Map<String, WebhookPayload> declared = new TreeMap<>();
    String type = null;
    for (String line : text.lines().toList()) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (!line.startsWith(" ")) {
        type = line.strip();
        refuseIf(declared.containsKey(type), line);
        declared.put(type, new WebhookPayload(Set.of(), Set.of(), Optional.empty()));
      } else {
        refuseIf(type == null, line);
        declared.computeIfPresent(type, (name, before) -> with(before, line.strip()));
      }
    }
    declared.forEach(
        (name, payload) ->
            refuseIf(payload.sent().isEmpty() == payload.internal().isEmpty(), name));
    return Map.copyOf(declared);
  }

  private static WebhookPayload with(WebhookPayload before, String line) {
    if (line.startsWith("internal ")) {
      return new WebhookPayload(
          before.sent(), before.withheld(), Optional.of(line.substring("internal ".length())));
    }
    return line.startsWith("private ")
        ? new WebhookPayload(
            before.sent(),
            added(before.withheld(), line.substring("private ".length())),
            before.internal())
        : new WebhookPayload(added(before.sent(), line), before.withheld(), before.internal());
  }

  private static Set<String> added(Set<String> members, String line) {
    Set<String> all = new TreeSet<>(members);
    for (String member : line.split(" +")) {
      refuseIf(!all.add(member), line);
    }
    return Set.copyOf(all);
  }

  private static void refuseIf(boolean wrong, String line) {
    if (wrong) {
      throw new IllegalStateException(FILE + " is wrong at: " + line);
    }
  }

  private static String text() {
    try (InputStream file = requireNonNull(WebhookPayloads.class.getResourceAsStream(FILE), FILE)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
