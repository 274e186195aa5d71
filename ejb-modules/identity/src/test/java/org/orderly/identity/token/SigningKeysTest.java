package org.orderly.identity.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.JWKGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeysTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  @TempDir private Path folder;
  private final Hands hands = new Hands();
  private RSAKey first;
  private SigningKeys keys;

  /** A clock that is set by hand. */
  private static final class Hands extends Clock {
    private Instant time = NOW;

    @Override
    public Instant instant() {
      return time;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @BeforeEach
  void open() throws Exception {
    first = new RSAKeyGenerator(2048).keyID("first").generate();
    writePrivate("signing-key.pem", first);
    publish(first);
    keys = new SigningKeys(folder.toString(), Optional.empty(), hands);
  }

  @Test
  void followsARotationAsItsTimeComes() throws Exception {
    RSAKey second = key("second").notBeforeTime(Date.from(NOW.plusSeconds(10))).generate();
    writePrivate("signing-second.pem", second);
    publish(first, second);

    at(2);
    assertThat(published()).containsExactly("first", "second");
    assertThat(signing()).isEqualTo("first");
    at(10);
    assertThat(signing()).isEqualTo("second");
    Files.delete(folder.resolve("signing-key.pem"));
    at(12);
    assertThat(signing()).isEqualTo("second");
    assertThat(published()).containsExactly("first", "second");
  }

  @Test
  void publishesAKeyUntilItsEnd() throws Exception {
    RSAKey old = key("old").expirationTime(Date.from(NOW.plusSeconds(60))).generate();
    publish(old, first);

    at(59);
    assertThat(published()).containsExactly("old", "first");
    at(60);
    assertThat(published()).containsExactly("first");
  }

  @Test
  void staysWithWhatItKnowsWhileAFileIsBroken() throws Exception {
    Files.writeString(folder.resolve("jwks.json"), "{\"keys\":[");
    touch();
    at(2);
    assertThat(signing()).isEqualTo("first");

    RSAKey second = key("second").generate();
    writePrivate("signing-second.pem", second);
    Files.delete(folder.resolve("signing-key.pem"));
    publish(second);
    at(20);
    assertThat(signing()).isEqualTo("second");
  }

  @Test
  void signsWithTheKeyThatIsKeptElsewhere() throws Exception {
    RSAKey elsewhere = key("elsewhere").generate();
    publish(first, elsewhere);

    SigningKeys external = new SigningKeys(folder.toString(), Optional.of(pem(elsewhere)), hands);

    assertThat(external.signingKey().header().getKeyID()).isEqualTo("elsewhere");
  }

  private void at(long seconds) {
    hands.time = NOW.plusSeconds(seconds);
  }

  private String signing() {
    return keys.signingKey().header().getKeyID();
  }

  private List<String> published() {
    return keys.publicKeys().getKeys().stream().map(JWK::getKeyID).toList();
  }

  private static JWKGenerator<RSAKey> key(String id) {
    return new RSAKeyGenerator(2048).keyID(id);
  }

  private void publish(RSAKey... all) throws Exception {
    Files.writeString(folder.resolve("jwks.json"), new JWKSet(List.of(all)).toString(true));
    touch();
  }

  /** Two changes within one tick of the file system's clock would look like none. */
  private void touch() throws Exception {
    Path jwks = folder.resolve("jwks.json");
    FileTime last = Files.getLastModifiedTime(jwks);
    Files.setLastModifiedTime(jwks, FileTime.fromMillis(last.toMillis() + 1000));
  }

  private void writePrivate(String name, RSAKey key) throws Exception {
    Files.writeString(folder.resolve(name), pem(key));
  }

  private static String pem(RSAKey key) throws Exception {
    String body =
        Base64.getMimeEncoder(64, new byte[] {'\n'})
            .encodeToString(key.toRSAPrivateKey().getEncoded());
    return "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
  }
}
