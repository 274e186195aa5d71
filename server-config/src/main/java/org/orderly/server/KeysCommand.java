package org.orderly.server;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** {@code ./orderly keys}: shows the keys that sign access tokens, and takes the next into use. */
final class KeysCommand {
  /**
   * Enough for every instance to read the new public half: the server's verifier looks every three
   * seconds ({@code publicKey.cache.ttl}), the signer every second.
   */
  private static final Duration LEAD = Duration.ofSeconds(10);

  private static final Duration LONGEST_LEAD = Duration.ofHours(1);

  private final SigningKeys keys;
  private final Console console;

  KeysCommand(SigningKeys keys, Console console) {
    this.keys = keys;
    this.console = console;
  }

  /**
   * @param words {@code list}, or {@code rotate} with or without {@code --after} and seconds
   */
  void run(List<String> words) {
    if (words.equals(List.of("list"))) {
      list(Instant.now());
    } else if (words.equals(List.of("rotate"))) {
      rotate(LEAD);
    } else if (words.size() == 3 && words.subList(0, 2).equals(List.of("rotate", "--after"))) {
      rotate(lead(words.get(2)));
    } else {
      throw new LaunchFailure("It is keys list or keys rotate [--after N]. See ./orderly help.");
    }
  }

  private static Duration lead(String seconds) {
    if (!seconds.matches("[0-9]{1,4}")
        || Integer.parseInt(seconds) < LEAD.toSeconds()
        || Integer.parseInt(seconds) > LONGEST_LEAD.toSeconds()) {
      throw new LaunchFailure(
          "--after must be a number of seconds from "
              + LEAD.toSeconds()
              + " to "
              + LONGEST_LEAD.toSeconds()
              + ".");
    }
    return Duration.ofSeconds(Integer.parseInt(seconds));
  }

  private void rotate(Duration lead) {
    TrustedKey next = keys.rotate(Instant.now(), lead);
    console.say("Key " + next.id() + " is published. It signs from " + next.signsFrom() + " on.");
    await(next.signsFrom().plusSeconds(2));
    keys.tidy(Instant.now());
    console.say(
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

  private void list(Instant now) {
    List<TrustedKey> all = keys.keys();
    String signing = keys.signing(now);
    console.say(String.format("%-44s %-8s %-10s %s", "id", "state", "age", "until"));
    for (TrustedKey key : all) {
      String until = key.isReplaced() ? key.endsAt().toString() : "-";
      console.say(
          String.format(
              "%-44s %-8s %-10s %s", key.id(), state(key, signing, now), age(key, now), until));
    }
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
