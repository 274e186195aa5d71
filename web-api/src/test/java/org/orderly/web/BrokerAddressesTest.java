package org.orderly.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.orderly.platform.events.EventSubscription;

/**
 * Each message-driven bean has a queue of its own in broker.xml, whose filter lets through every
 * type of event that the bean handles: the broker drops all others without a word.
 */
class BrokerAddressesTest {

  private static final Path MODULES = Path.of("../ejb-modules");
  private static final Path BROKER = Path.of("../jms-config/src/main/config/broker.xml");

  private static final Pattern DESTINATION =
      Pattern.compile("EventSubscription\\.([A-Z]+) \\+ (\\w+)\\.SUBSCRIPTION");
  private static final Pattern SUBSCRIPTION =
      Pattern.compile("String SUBSCRIPTION = \"([\\w-]+)\"");
  private static final Pattern HANDLED =
      Pattern.compile("\\.on\\(\\s*(?:(\\w+)\\.class|List\\.of\\(([^)]*)\\))");
  private static final Pattern AUDITED = Pattern.compile("AuditNoteRecorder ");
  private static final Pattern ADDRESS =
      Pattern.compile("<address name=\"([\\w.-]+)\">(.*?)</address>", Pattern.DOTALL);
  private static final Pattern QUEUE =
      Pattern.compile(
          "<queue name=\"([\\w.-]+)\"(?:/>|>\\s*<filter string=\"([^\"]*)\"/>\\s*</queue>)");
  private static final Pattern QUOTED = Pattern.compile("['\"](\\w+)['\"]");

  /** Queues by {@code address::queue}, with the types that their filter names; none for all. */
  private static Map<String, Set<String>> queues() throws IOException {
    Map<String, Set<String>> queues = new LinkedHashMap<>();
    Matcher addresses = ADDRESS.matcher(Files.readString(BROKER));
    while (addresses.find()) {
      Matcher queue = QUEUE.matcher(addresses.group(2));
      while (queue.find()) {
        String filter = queue.group(2);
        queues.put(
            addresses.group(1) + "::" + queue.group(1), filter == null ? Set.of() : quoted(filter));
      }
    }
    return queues;
  }

  private static Set<String> quoted(String text) {
    return QUOTED
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> listeners() throws IOException {
    List<String> sources = new ArrayList<>();
    try (Stream<Path> files = Files.walk(MODULES)) {
      for (Path file : files.filter(one -> one.toString().endsWith("Listener.java")).toList()) {
        String source = Files.readString(file);
        if (file.toString().contains("src/main/java") && source.contains("@MessageDriven(")) {
          sources.add(source);
        }
      }
    }
    return sources;
  }

  private static String destination(String source) throws ReflectiveOperationException {
    Matcher named = DESTINATION.matcher(source);
    Matcher subscription = SUBSCRIPTION.matcher(source);
    assertThat(named.find() && subscription.find()).as(source).isTrue();
    Field address = EventSubscription.class.getField(named.group(1));
    return address.get(null) + subscription.group(1);
  }

  private static Set<String> handled(String source) {
    if (AUDITED.matcher(source).find()) {
      return Set.of("AuditNote");
    }
    Set<String> types = new TreeSet<>();
    Matcher handlers = HANDLED.matcher(source);
    while (handlers.find()) {
      types.addAll(
          handlers.group(1) == null ? quoted(handlers.group(2)) : Set.of(handlers.group(1)));
    }
    return types;
  }

  @Test
  void eachListenerHasAQueueForAllThatItHandles() throws Exception {
    Map<String, Set<String>> queues = queues();
    List<String> listeners = listeners();
    assertThat(listeners).hasSizeGreaterThan(10);
    for (String source : listeners) {
      String destination = destination(source);
      assertThat(queues).containsKey(destination);
      Set<String> wanted = handled(source);
      if (!queues.get(destination).isEmpty()) {
        assertThat(queues.get(destination)).as(destination).isNotEmpty().isEqualTo(wanted);
      }
    }
  }

  @Test
  void eachQueueOfAnEventHasAListener() throws Exception {
    Set<String> destinations = new TreeSet<>();
    for (String source : listeners()) {
      destinations.add(destination(source));
    }
    assertThat(queues().keySet())
        .filteredOn(queue -> queue.contains(".events::"))
        .containsExactlyInAnyOrderElementsOf(destinations);
  }
}
