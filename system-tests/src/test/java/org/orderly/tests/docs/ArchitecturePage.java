package org.orderly.tests.docs;

import com.tngtech.archunit.core.domain.JavaClass;
import jakarta.ejb.MessageDriven;
import java.nio.file.Files;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.orderly.kernel.DomainEvent;

/**
 * The parts of {@code docs/architecture.md} that are made from the code: the picture of the modules
 * and a canvas of each. The rest of the page is written by hand and kept.
 */
final class ArchitecturePage {
  private static final String BEGIN = "<!-- generated: %s -->\n";
  private static final String END = "<!-- end of generated -->";

  /** The first sentence of a package's description. */
  private static final Pattern SENTENCE = Pattern.compile("(?s)/\\*\\*(.*?\\.)(?=\\s)");

  private final ModuleGraph graph;

  ArchitecturePage(ModuleGraph graph) {
    this.graph = graph;
  }

  /** The page with its generated parts made anew. */
  String renewed(String page) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("picture", picture());
    parts.put("canvases", canvases());
    String renewed = page;
    for (Map.Entry<String, String> part : parts.entrySet()) {
      String begin = BEGIN.formatted(part.getKey());
      int from = renewed.indexOf(begin) + begin.length();
      int to = renewed.indexOf(END, from);
      if (from < begin.length() || to < 0) {
        throw new AssertionError("The page lacks the marks of the part " + part.getKey());
      }
      renewed = renewed.substring(0, from) + part.getValue() + renewed.substring(to);
    }
    return renewed;
  }

  private String picture() {
    StringBuilder text = new StringBuilder("```mermaid\nflowchart TD\n");
    for (String module : graph.modules()) {
      text.append("  ").append(module).append('\n');
    }
    for (String module : graph.modules()) {
      for (String target : graph.nearestCalls(module)) {
        text.append("  ").append(module).append(" --> ").append(target).append('\n');
      }
    }
    return text.append("```\n").toString();
  }

  private String canvases() {
    return graph.modules().stream().map(this::canvas).collect(Collectors.joining("\n"));
  }

  private String canvas(String module) {
    StringBuilder text = new StringBuilder("### " + module + "\n\n");
    text.append(description(module)).append("\n\n| | |\n| --- | --- |\n");
    row(text, "publishes", code(graph.types(module, this::isCalledFromElsewhere)));
    row(text, "events", code(graph.types(module, ArchitecturePage::isEvent)));
    row(text, "listeners", code(graph.types(module, ArchitecturePage::isListener)));
    row(text, "calls", String.join(", ", graph.calls(module)));
    row(text, "called by", String.join(", ", graph.callers(module)));
    row(text, "size", graph.files(module) + " files");
    return text.toString();
  }

  private static void row(StringBuilder text, String name, String value) {
    if (!value.isEmpty()) {
      text.append("| ").append(name).append(" | ").append(value).append(" |\n");
    }
  }

  private static String code(Collection<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }

  /**
   * What others call: neither values nor failures nor events, which have no behaviour of a module.
   */
  private boolean isCalledFromElsewhere(JavaClass type) {
    return graph.isUsedElsewhere(type)
        && !type.isRecord()
        && !type.isEnum()
        && !type.isAnnotation()
        && !type.isAssignableTo(Throwable.class)
        && !isEvent(type);
  }

  private static boolean isEvent(JavaClass type) {
    return type.isAssignableTo(DomainEvent.class) && type.isRecord();
  }

  private static boolean isListener(JavaClass type) {
    return type.isAnnotatedWith(MessageDriven.class);
  }

  /** What the module is responsible for, in the words of its uppermost package. */
  private static String description(String module) {
    return SourceTree.modules().stream()
        .filter(folder -> folder.equals(module) || folder.endsWith("/" + module))
        .map(folder -> SourceTree.CLONE.resolve(folder).resolve("src/main/java/org/orderly"))
        .flatMap(root -> SourceTree.below(root, 2).stream())
        .filter(file -> file.endsWith("package-info.java") && Files.exists(file))
        .map(SourceTree::read)
        .map(SENTENCE::matcher)
        .filter(Matcher::find)
        .map(found -> plain(found.group(1)))
        .findFirst()
        .orElse("No description.");
  }

  private static String plain(String javadoc) {
    return javadoc
        .replaceAll("\\s*\\n \\* ?", " ")
        .replaceAll("\\{@code ([^}]*)}", "`$1`")
        .replaceAll("\\{@link(?:plain)? (?:[\\w.]*\\.)?(\\w+)[^}]*}", "`$1`")
        .strip();
  }
}
