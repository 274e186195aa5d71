package org.orderly.tests.drill.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BreakageFileTest {
  private static final int LEAST = 12;

  @Test
  void namesEachBreakageOnceAndSaysWhatItBreaks() {
    List<Breakage> breakages = breakages();

    assertThat(breakages).hasSizeGreaterThanOrEqualTo(LEAST);
    assertThat(breakages).extracting(Breakage::name).doesNotHaveDuplicates();
    assertThat(breakages)
        .allSatisfy(
            breakage -> {
              assertThat(breakage.name()).matches("[a-z]+(-[a-z]+)*");
              assertThat(breakage.title()).endsWith(".");
              assertThat(breakage.edits()).isNotEmpty();
              assertThat(breakage.instances()).isBetween(1, 2);
            });
  }

  /** Whoever changes the code that a breakage edits writes the breakage anew. */
  @ParameterizedTest
  @MethodSource("breakages")
  void appliesToTheSourcesAsTheyAre(Breakage breakage) throws Exception {
    ModuleSources sources = new ModuleSources(Path.of("..").toRealPath());

    assertThat(sources.edited(breakage)).isNotEmpty();
  }

  /** What became of each is told to readers. */
  @Test
  void standsInTheTableOfResults() throws Exception {
    assertThat(Files.readAllLines(Path.of("../docs/tests.md")))
        .filteredOn(line -> line.matches("\\| [a-z]+( [a-z]+)* \\| (\\d+|-) \\| .*"))
        .extracting(line -> line.substring(2, line.indexOf(" | ")).replace(' ', '-'))
        .containsExactlyElementsOf(breakages().stream().map(Breakage::name).toList());
  }

  @Test
  void readsTitlesEditsAndServers() {
    List<Breakage> read =
        BreakageFile.parse(
            """
            # a comment
            = first
            Two lines
            of title.
            @instances 2
            @ Order
            -one();
            -two();
            +three();
            -four();

            = second
            Another.
            @ Stock
            -a
            +b
            """);

    assertThat(read)
        .containsExactly(
            new Breakage(
                "first",
                "Two lines of title.",
                2,
                List.of(
                    new SourceEdit("Order", "one();\ntwo();", "three();"),
                    new SourceEdit("Order", "four();", ""))),
            new Breakage("second", "Another.", 1, List.of(new SourceEdit("Stock", "a", "b"))));
  }

  private static List<Breakage> breakages() {
    return BreakageFile.read();
  }
}
