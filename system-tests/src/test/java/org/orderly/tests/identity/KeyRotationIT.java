package org.orderly.tests.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orderly.server.Main;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.Shopper;

/** The signing key is replaced while people shop, and nobody notices. */
@ExtendWith(RunningShop.class)
class KeyRotationIT {

  private static final Path DATA = Path.of("target", "shop").toAbsolutePath();

  @Test
  void replacesTheKeyWhileNoRequestFails() throws Exception {
    Shopper ann = Shopper.registered(RunningShop.api());
    List<String> before = published();
    CompletableFuture<Void> rotation =
        CompletableFuture.runAsync(KeyRotationIT::rotate, Thread::startVirtualThread);
    List<String> seen = new ArrayList<>();
    while (!rotation.isDone()) {
      Shopper bob = Shopper.registered(RunningShop.api());
      bob.get("users/me").expect(200);
      ann.get("users/me").expect(200);
      seen.add(keyOf(bob));
    }
    rotation.join();

    String last = keyOf(Shopper.registered(RunningShop.api()));
    assertThat(last).isNotEqualTo(keyOf(ann));
    assertThat(seen).startsWith(keyOf(ann)).isSubsetOf(keyOf(ann), last);
    assertThat(published()).containsAll(before).contains(last).hasSize(before.size() + 1);
    assertThat(ann.get("users/me").status()).as("a token of the old key").isEqualTo(200);
    assertThat(privateHalves()).containsExactly("signing-" + last + ".pem");
  }

  @Test
  void verifiesWithAReplacedKeyForLongerThanItsTokensLive() throws Exception {
    Shopper ann = Shopper.registered(RunningShop.api());
    rotate();

    SignedJWT token = SignedJWT.parse(ann.token());
    JsonNode replaced = entry(token.getHeader().getKeyID());
    long end = token.getJWTClaimsSet().getExpirationTime().toInstant().getEpochSecond();
    assertThat(replaced.path("exp").asLong()).isGreaterThan(end);
    assertThat(entry("keyid").has("exp")).as("a foreign key ends").isFalse();
  }

  /** As the command does, in this process: it returns when the new key signs. */
  private static void rotate() {
    assertThat(Main.run("keys", "rotate", "--data-dir", DATA.toString())).isZero();
  }

  private static String keyOf(Shopper who) throws Exception {
    return SignedJWT.parse(who.token()).getHeader().getKeyID();
  }

  private static List<String> published() {
    List<String> ids = new ArrayList<>();
    keys().forEach(key -> ids.add(key.path("kid").asText()));
    return ids;
  }

  private static JsonNode entry(String id) {
    for (JsonNode key : keys()) {
      if (key.path("kid").asText().equals(id)) {
        return key;
      }
    }
    throw new AssertionError("no key " + id + " in " + keys());
  }

  private static JsonNode keys() {
    return RunningShop.api().get("/.well-known/jwks.json").expect(200).path("keys");
  }

  private static List<String> privateHalves() throws Exception {
    try (Stream<Path> files = Files.list(DATA.resolve("keys"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".pem"))
          .toList();
    }
  }
}
