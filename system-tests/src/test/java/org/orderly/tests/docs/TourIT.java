package org.orderly.tests.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.TestProducts;

/** The requests of the README and of {@code docs/tour.md}, run in a shell as they are written. */
@ExtendWith(RunningShop.class)
class TourIT {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");
  private static final Pattern STATUS = Pattern.compile("(?m)^([1-5]\\d\\d)$");
  private static final Pattern CURL = Pattern.compile("(?m)(?<![\\w`])curl ");
  private static final long SECONDS = 120;

  /** What each request was answered goes where the page's own commands do not look. */
  private static final String EACH_STATUS =
      "curl() { command curl -sS -w '%{stderr}%{http_code}\\n' \"$@\"; }\n";

  @TempDir private Path folder;

  @Test
  void theReadmeCanBeFollowed() throws Exception {
    Run run = follow("../README.md");

    assertThat(run.statuses()).hasSize(run.requests()).allMatch(status -> status / 100 == 2);
    assertThat(run.output()).contains("\"status\":\"CONFIRMED\"", "{\"id\":\"I10\"");
  }

  @Test
  void theLongTourCanBeFollowed() throws Exception {
    Run run = follow("../docs/tour.md");

    List<Integer> statuses = run.statuses();
    assertThat(statuses).hasSize(run.requests());
    assertThat(statuses.subList(0, statuses.size() - 1)).allMatch(status -> status / 100 == 2);
    assertThat(statuses.getLast()).as("after the sign-out").isEqualTo(401);
    assertThat(run.output())
        .contains("\"method\":\"CARD\"", "event: OrderConfirmed", "\"code\":\"session-ended\"");
    assertThat(folder.resolve("invoice.pdf")).content(UTF_8).startsWith("%PDF");
  }

  /**
   * @param requests how many the page has
   * @param statuses what they were answered, in their order
   */
  private record Run(int requests, List<Integer> statuses, String output) {}

  private Run follow(String page) throws IOException, InterruptedException {
    String word = "coffee" + UUID.randomUUID().toString().substring(0, 8);
    aDripperIsListed(word);
    Files.createSymbolicLink(folder.resolve("data"), Path.of("target", "shop").toAbsolutePath());
    String script =
        requestsOf(Files.readString(Path.of(page)))
            .replace("http://127.0.0.1:8080", withoutSlash(RunningShop.url().toString()))
            .replace("q=coffee&", "q=" + word + "&")
            .replace("ann@example.org", "tour-" + UUID.randomUUID() + "@example.org");
    Path errors = folder.resolve("errors");
    Path output = folder.resolve("output");
    Process shell =
        new ProcessBuilder("sh", "-c", EACH_STATUS + script)
            .directory(folder.toFile())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    if (!shell.waitFor(SECONDS, TimeUnit.SECONDS)) {
      shell.destroyForcibly();
      throw new AssertionError("The tour does not end: " + Files.readString(errors));
    }
    List<Integer> statuses =
        STATUS
            .matcher(Files.readString(errors))
            .results()
            .map(found -> Integer.valueOf(found.group(1)))
            .toList();
    int requests = (int) CURL.matcher(script).results().count();
    return new Run(requests, statuses, Files.readString(output));
  }

  /** All but those of {@code ./orderly} itself. */
  private static String requestsOf(String page) {
    return BLOCK
        .matcher(page)
        .results()
        .map((MatchResult block) -> block.group(1))
        .filter(block -> !block.contains("./orderly"))
        .collect(Collectors.joining("\n"));
  }

  /** As in the sample shop, under a word that no product of another test has. */
  private static void aDripperIsListed(String word) {
    // each tour and each tool signs the same admin in, and the oldest of six sessions ends
    RunningShop.renewAdmin();
    Map<String, Object> draft = TestProducts.draft("24.00", "EUR");
    draft.put("name", "Drift " + word + " Dripper");
    draft.put("initialStock", 96);
    RunningShop.admin().send("POST", "products", draft).expect(201);
  }

  private static String withoutSlash(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}
