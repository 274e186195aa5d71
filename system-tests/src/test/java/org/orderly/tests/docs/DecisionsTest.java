package org.orderly.tests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each decision has the form that {@code docs/adr/README.md} asks for, and stands in its list. */
class DecisionsTest {
  private static final String FOLDER = "docs/adr/";
  private static final Pattern FILE = Pattern.compile("(\\d{4})-[a-z0-9-]+\\.md");
  private static final Pattern TITLE = Pattern.compile("# (\\d+)\\. (\\S.*)");
  private static final Pattern PART = Pattern.compile("(?m)^\\*\\*([A-Z][a-z ]+)\\.\\*\\*");
  private static final List<String> PARTS =
      List.of(
          "Status",
          "Context",
          "Decision",
          "Rejected",
          "Consequences",
          "What would change our mind");
  private static final int ONE_PAGE = 60;

  private static final Map<String, String> DECISIONS = decisions();

  private static Map<String, String> decisions() {
    Map<String, String> found = new TreeMap<>();
    SourceTree.pages()
        .forEach(
            (page, text) -> {
              String name = page.substring(page.lastIndexOf('/') + 1);
              if (page.startsWith(FOLDER) && !name.equals("README.md")) {
                found.put(name, text);
              }
            });
    return found;
  }

  @TestFactory
  Stream<DynamicTest> haveTheForm() {
    assertThat(DECISIONS).hasSizeGreaterThan(20);
    return DECISIONS.entrySet().stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.getKey(), () -> hasTheForm(one.getKey(), one.getValue())));
  }

  private static void hasTheForm(String name, String text) {
    assertThat(title(name, text)).isNotBlank();
    assertThat(PART.matcher(text).results().map(part -> part.group(1))).isEqualTo(PARTS);
    assertThat(text.lines()).as("one page").hasSizeLessThanOrEqualTo(ONE_PAGE);
  }

  /** What the page says after its number, which is the one of its file. */
  private static String title(String name, String text) {
    Matcher file = FILE.matcher(name);
    Matcher title = TITLE.matcher(text.lines().findFirst().orElse(""));
    assertThat(file.matches()).as(name).isTrue();
    assertThat(title.matches()).as("the first line of " + name).isTrue();
    assertThat(Integer.parseInt(title.group(1))).isEqualTo(Integer.parseInt(file.group(1)));
    return title.group(1) + ". " + title.group(2);
  }

  @Test
  void areListed() {
    String expected =
        DECISIONS.entrySet().stream()
            .map(one -> "- [" + title(one.getKey(), one.getValue()) + "](" + one.getKey() + ")\n")
            .collect(Collectors.joining());
    assertThat(SourceTree.pages().get(FOLDER + "README.md")).contains(expected);
  }

  @Test
  void haveNumbersOfTheirOwn() {
    assertThat(DECISIONS.keySet().stream().map(name -> name.substring(0, 4)))
        .doesNotHaveDuplicates();
  }
}
