package org.orderly.server.keys;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.orderly.server.cli.DataFolderOption;
import org.orderly.server.cli.WholeNumber;
import org.orderly.server.component.LaunchConsole;
import org.orderly.server.setup.LaunchSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./orderly keys}: shows the keys that sign access tokens, and takes the next into use. */
@Command(name = "keys")
public final class KeysCommand {
  private final LaunchConsole launchConsole = new LaunchConsole(System.out);

  /**
   * From ten seconds: enough for every instance to read the new public half. The server's verifier
   * looks every three seconds ({@code publicKey.cache.ttl}), the signer every second.
   */
  private static final class LeadSeconds extends WholeNumber {
    private LeadSeconds() {
      super(10, 3600);
    }
  }

  @Command(
      name = "rotate",
      description = {
        "Takes a new signing key into use, whether or not the shop runs, and waits until it signs.",
        "Nobody is signed out. Exit code 1: refused, with the reason; nothing changed."
      })
  private void rotate(
      @Option(
              names = "--after",
              paramLabel = "N",
              defaultValue = "10",
              converter = LeadSeconds.class,
              description = {
                "seconds from its publication until it signs (${DEFAULT-VALUE}), 10 to 3600: longer",
                "where it takes longer until every instance sees a change of the keys folder"
              })
          int lead,
      @Mixin DataFolderOption data) {
    SigningKeyStore keys = keysIn(data);
    TrustedKey next = keys.rotate(Instant.now(), Duration.ofSeconds(lead));
    launchConsole.say(
        "Key " + next.id() + " is published. It signs from " + next.signsFrom() + " on.");
    await(next.signsFrom().plusSeconds(2));
    keys.tidy(Instant.now());
    launchConsole.say(
        "Key " + next.id() + " signs. Tokens of the key before it are good until they expire.");
  }

  /** What is left of the rotation happens by itself if somebody does not wait for it. */
  private static void await(Instant time) {
    try {
      Thread.sleep(Math.max(0, Duration.between(Instant.now(), time).toMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Command(
      name = "list",
      description =
          "Lists the keys that sign and verify access tokens: id, state, age, and when it ends.")
  private void list(@Mixin DataFolderOption data) {
    SigningKeyStore keys = keysIn(data);
    Instant now = Instant.now();
    List<TrustedKey> all = keys.keys();
    String signing = keys.signing(now);
    launchConsole.say(String.format("%-44s %-8s %-10s %s", "id", "state", "age", "until"));
    for (TrustedKey key : all) {
      String until = key.isReplaced() ? key.endsAt().toString() : "-";
      launchConsole.say(
          String.format(
              "%-44s %-8s %-10s %s", key.id(), state(key, signing, now), age(key, now), until));
    }
  }

  private static SigningKeyStore keysIn(DataFolderOption data) {
    return SigningKeyStore.of(LaunchSettings.ofRunning(data.folder(), System.getenv()));
  }

  private static String state(TrustedKey key, String signing, Instant now) {
    if (key.id().equals(signing)) {
      return "signing";
    }
    if (key.signs() && key.signsFrom().isAfter(now)) {
      return "next";
    }
    return key.isReplaced() ? "retired" : "trusted";
  }

  private static String age(TrustedKey key, Instant now) {
    if (key.madeAt().equals(Instant.EPOCH)) {
      return "unknown";
    }
    Duration age = Duration.between(key.madeAt(), now).truncatedTo(ChronoUnit.SECONDS);
    if (age.toDays() > 0) {
      return age.toDays() + " d";
    }
    return age.toHours() > 0
        ? age.toHours() + " h"
        : age.toMinutes() + " min " + age.toSecondsPart() + " s";
  }
}
