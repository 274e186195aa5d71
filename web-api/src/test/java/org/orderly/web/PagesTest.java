package org.orderly.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.orderly.kernel.Country;

/** What keeps the pages safe under their own content security policy. */
class PagesTest {

  private static final Path PAGES = Path.of("src/main/webapp");
  private static final Pattern OWN_FILE = Pattern.compile("(?:src|href)=\"([^\"#?]*)");

  @TestFactory
  Stream<DynamicTest> takeNothingFromOtherPlaces() throws IOException {
    return each(
        "html",
        text ->
            assertThat(text)
                .doesNotContainPattern("(?:src|href)=\"(?:https?:)?//")
                .doesNotContain("<style")
                .doesNotContainPattern("\\s(?:style|on\\w+)=")
                .doesNotContainPattern("<script(?![^>]* src=)"));
  }

  @TestFactory
  Stream<DynamicTest> neverReadTextAsMarkupOrCode() throws IOException {
    return each(
        "js",
        text ->
            assertThat(text)
                .doesNotContainPattern("innerHTML|outerHTML|insertAdjacentHTML|document\\.write")
                .doesNotContainPattern("\\beval\\(|new Function"));
  }

  @TestFactory
  Stream<DynamicTest> referToFilesThatExist() throws IOException {
    return each(
        "html",
        text -> {
          Matcher reference = OWN_FILE.matcher(text);
          while (reference.find()) {
            String file = reference.group(1);
            if (file.startsWith("/assets/")) {
              assertThat(PAGES.resolve(file.substring(1))).exists();
            }
          }
        });
  }

  @Test
  void askForPostalCodesWhereTheShopNeedsThem() throws IOException {
    String script = Files.readString(PAGES.resolve("assets/countries.js"));
    int begin = script.indexOf("WITHOUT_POSTAL_CODES");
    String list = script.substring(begin, script.indexOf(';', begin));
    List<String> listed =
        Pattern.compile("\\b[A-Z]{2}\\b").matcher(list).results().map(MatchResult::group).toList();
    assertThat(listed).hasSizeGreaterThan(50).noneMatch(Country::needsPostalCode);
    assertThat(Locale.getISOCountries())
        .filteredOn(code -> !Country.needsPostalCode(code))
        .allMatch(listed::contains);
  }

  @FunctionalInterface
  private interface Rule {
    void holdsFor(String text);
  }

  private static Stream<DynamicTest> each(String kind, Rule rule) throws IOException {
    try (Stream<Path> files = Files.walk(PAGES)) {
      return files.filter(file -> file.toString().endsWith("." + kind)).toList().stream()
          .map(
              file ->
                  DynamicTest.dynamicTest(
                      PAGES.relativize(file).toString(),
                      () -> rule.holdsFor(Files.readString(file))));
    }
  }
}
