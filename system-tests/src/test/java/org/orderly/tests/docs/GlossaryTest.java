package org.orderly.tests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The code is named by the glossary: no main class has a name that the page does not use. */
class GlossaryTest {
  private static final Markdown PAGE = Markdown.of(SourceTree.pages().get("docs/glossary.md"));
  private static final Pattern HUMP = Pattern.compile("[A-Z][a-z0-9]*");

  /** Comments and texts. */
  private static final Pattern NO_CODE =
      Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*|\"\"\".*?\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\"");

  private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w*[a-z]\\w*)`");
  private static final int MEANING = 2;
  private static final int MODULE = 3;

  /** Where a term may live besides the modules with classes. */
  private static final Set<String> ELSEWHERE = Set.of("all", "system-tests");

  @Test
  void noMainClassHasANameThatIsNotUsed() {
    List<String> words = notUsed();
    List<String> found = new ArrayList<>();
    for (String type : mainTypes()) {
      String name = type.substring(type.lastIndexOf('.') + 1);
      words.stream()
          .filter(word -> isNamed(name, word))
          .forEach(word -> found.add(type + " (" + word + ")"));
    }
    assertThat(words).hasSizeGreaterThan(100);
    assertThat(found).as("names that docs/glossary.md does not use").isEmpty();
  }

  @Test
  void noIdentifierOfAModuleIsAWordThatItDoesNotUse() {
    List<String> found = new ArrayList<>();
    List<List<String>> rows = PAGE.section("Not used in code").rows();
    for (List<String> row : rows) {
      Pattern words = beginningWith(row.get(0).replace("`", "").split(", "));
      for (String module : row.get(1).split(", ")) {
        SourceTree.mainSources(module)
            .forEach(
                (file, text) ->
                    words
                        .matcher(NO_CODE.matcher(text).replaceAll(" "))
                        .results()
                        .forEach(word -> found.add(file + ": " + word.group())));
      }
    }
    assertThat(rows).hasSizeGreaterThan(5);
    assertThat(found).as("identifiers that docs/glossary.md does not use").isEmpty();
  }

  @Test
  void findsAWordAtTheBeginningOfAnIdentifier() {
    Pattern hold = beginningWith("hold", "holds");
    String code = "/** may hold */ holdCard(\"hold\"); holder(); card.hold(); // hold";
    assertThat(hold.matcher(NO_CODE.matcher(code).replaceAll(" ")).results().map(r -> r.group()))
        .containsExactly("holdCard", "hold");
  }

  private static Pattern beginningWith(String... words) {
    return Pattern.compile("\\b(?:" + String.join("|", words) + ")(?:[A-Z]\\w*)?\\b");
  }

  @Test
  void eachTermStandsOnce() {
    List<String> terms = PAGE.section("Terms").rows().stream().map(row -> row.get(0)).toList();
    assertThat(terms).hasSizeGreaterThan(80).doesNotHaveDuplicates();
    assertThat(terms).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
  }

  @Test
  void eachTermLivesInAModule() {
    Set<String> modules =
        SourceTree.modules().stream()
            .map(folder -> folder.substring(folder.lastIndexOf('/') + 1))
            .collect(Collectors.toCollection(TreeSet::new));
    modules.addAll(ELSEWHERE);
    assertThat(terms()).allSatisfy(term -> assertThat(modules).contains(term[MODULE].strip()));
  }

  /** Where a term names a class, it is one of that module. */
  @Test
  void eachTermLivesWhereItsClassDoes() {
    List<String> elsewhere = new ArrayList<>();
    for (String[] term : terms()) {
      String module = term[MODULE].strip();
      List<String> types =
          SourceTree.modules().stream()
              .filter(folder -> folder.equals(module) || folder.endsWith("/" + module))
              .flatMap(folder -> SourceTree.mainTypes(folder).stream())
              .map(type -> type.substring(type.lastIndexOf('.') + 1))
              .toList();
      CLASS
          .matcher(term[MEANING])
          .results()
          .map(name -> name.group(1))
          .filter(name -> !ELSEWHERE.contains(module) && !types.contains(name))
          .forEach(name -> elsewhere.add(term[1].strip() + ": " + name));
    }
    assertThat(elsewhere).isEmpty();
  }

  private static List<String[]> terms() {
    return PAGE.section("Terms")
        .text()
        .lines()
        .filter(line -> line.startsWith("| "))
        .skip(2)
        .map(line -> line.split("\\|"))
        .toList();
  }

  private static boolean isNamed(String type, String word) {
    if (word.startsWith("`")) {
      String glob = word.substring(1, word.length() - 1);
      return type.matches(glob.replace("*", "\\w*"));
    }
    return HUMP.matcher(type).results().anyMatch(hump -> hump.group().equals(word));
  }

  /** Names in backticks, and words; those in small letters only explain. */
  private static List<String> notUsed() {
    return PAGE.section("Not used").rows().stream()
        .flatMap(row -> Stream.of(row.get(0).split(", ")))
        .map(String::strip)
        .filter(word -> !word.equals(word.toLowerCase(Locale.ROOT)))
        .toList();
  }

  private static List<String> mainTypes() {
    return SourceTree.modules().stream()
        .flatMap(module -> SourceTree.mainTypes(module).stream())
        .toList();
  }
}
