package org.orderly.server.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderly.server.setup.LaunchFailure;
import org.orderly.server.setup.LaunchSettings;

class SigningKeyStoreTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final Duration LEAD = Duration.ofSeconds(10);

  @TempDir Path folder;
  private Path keys;

  @BeforeEach
  void generate() {
    keys = of(Map.of()).ensure(NOW);
  }

  private SigningKeyStore of(Map<String, String> environment) {
    LaunchSettings launchSettings = LaunchSettings.in(folder);
    for (var variable : environment.entrySet()) {
      launchSettings = launchSettings.with(variable.getKey(), variable.getValue());
    }
    return SigningKeyStore.of(launchSettings);
  }

  @Test
  void publishesTheModulusAndExponentOfTheKeyThatSigns() throws Exception {
    RSAPrivateCrtKey signing = signingKey();

    assertThat(number("n")).isEqualTo(signing.getModulus());
    assertThat(number("e")).isEqualTo(signing.getPublicExponent());
    assertThat(signing.getModulus().bitLength()).isGreaterThanOrEqualTo(2048);
  }

  @Test
  void namesTheKeyByItsThumbprint() throws Exception {
    String canonical =
        "{\"e\":\"" + member("e") + "\",\"kty\":\"RSA\",\"n\":\"" + member("n") + "\"}";
    byte[] thumbprint =
        MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));

    assertThat(Base64.getUrlDecoder().decode(member("kid"))).isEqualTo(thumbprint);
  }

  @Test
  void keepsTheKeyForGood() throws Exception {
    String first = Files.readString(keys.resolve("signing-key.pem"));

    of(Map.of()).ensure(NOW.plus(Duration.ofDays(400)));

    assertThat(keys.resolve("signing-key.pem")).hasContent(first);
  }

  @Test
  void letsOnlyTheOwnerReadTheKeyThatSigns() throws Exception {
    var permissions = Files.getPosixFilePermissions(keys.resolve("signing-key.pem"));

    assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
  }

  @Test
  void takesFromOthersTheRightToReadAKey() throws Exception {
    Path pem = keys.resolve("signing-key.pem");
    Files.setPosixFilePermissions(pem, PosixFilePermissions.fromString("rw-r--r--"));

    of(Map.of()).ensure(NOW);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(pem)))
        .isEqualTo("rw-------");
  }

  @Test
  void publishesTheNextKeyBeforeItSigns() {
    SigningKeyStore shop = of(Map.of());
    String first = shop.signing(NOW);

    TrustedKey next = shop.rotate(NOW, LEAD);

    assertThat(ids(shop)).containsExactly(first, next.id());
    assertThat(shop.signing(NOW.plusSeconds(9))).isEqualTo(first);
    assertThat(shop.signing(NOW.plusSeconds(10))).isEqualTo(next.id());
  }

  @Test
  void keepsThePublicHalfOfAReplacedKeyUntilItsTokensHaveExpired() {
    SigningKeyStore shop = of(Map.of());
    String first = shop.signing(NOW);
    TrustedKey next = shop.rotate(NOW, LEAD);
    Instant end = NOW.plus(LEAD).plus(SigningKeyStore.OUTLIVES);

    shop.tidy(end.minusSeconds(1));
    assertThat(ids(shop)).containsExactly(first, next.id());
    shop.tidy(end);
    assertThat(ids(shop)).containsExactly(next.id());
  }

  @Test
  void removesThePrivateHalfOnceTheNextKeySigns() {
    SigningKeyStore shop = of(Map.of());
    TrustedKey next = shop.rotate(NOW, LEAD);
    Path first = keys.resolve("signing-key.pem");
    Path second = keys.resolve("signing-" + next.id() + ".pem");

    shop.tidy(NOW.plusSeconds(9));
    assertThat(first).exists();
    shop.tidy(NOW.plusSeconds(10));
    assertThat(first).doesNotExist();
    assertThat(second).exists();
    assertThat(shop.signing(NOW.plusSeconds(10))).isEqualTo(next.id());
  }

  @Test
  void refusesARotationWhileOneIsUnderWayAndChangesNothing() {
    SigningKeyStore shop = of(Map.of());
    shop.rotate(NOW, LEAD);
    List<String> before = ids(shop);

    assertThatThrownBy(() -> shop.rotate(NOW.plusSeconds(5), LEAD))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("is next");
    assertThat(ids(shop)).isEqualTo(before);
  }

  @Test
  void boundsHowManyKeysAreGoodAtOnce() {
    SigningKeyStore shop = of(Map.of());
    Instant time = NOW;
    for (int i = 1; i < SigningKeyStore.MOST; i++) {
      shop.rotate(time, LEAD);
      time = time.plus(LEAD);
    }
    Instant oneTooMany = time;

    assertThatThrownBy(() -> shop.rotate(oneTooMany, LEAD))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("Rotate again after");
    assertThat(ids(shop)).hasSize(SigningKeyStore.MOST);
    shop.rotate(NOW.plus(LEAD).plus(SigningKeyStore.OUTLIVES), LEAD);
    assertThat(ids(shop)).hasSize(SigningKeyStore.MOST);
  }

  @Test
  void leavesForeignKeysAlone() throws Exception {
    String foreign = "{\"kty\":\"RSA\",\"kid\":\"foreign\",\"e\":\"AQAB\",\"n\":\"AAAA\"}";
    Path jwks = keys.resolve("jwks.json");
    String own = Files.readString(jwks);
    Files.writeString(jwks, own.replace("{\"keys\":[", "{\"keys\":[" + foreign + ","));
    SigningKeyStore shop = of(Map.of());

    shop.rotate(NOW, LEAD);
    shop.tidy(NOW.plus(Duration.ofDays(1)));

    assertThat(ids(shop)).contains("foreign").hasSize(2);
    assertThat(Files.readString(jwks)).contains(foreign);
  }

  @Test
  void publishesTheKeyThatIsKeptElsewhereAndLeavesItsRotationToWhoKeepsIt() throws Exception {
    RsaPair elsewhere = RsaPair.generate();
    Path secret = Files.writeString(folder.resolve("secret"), elsewhere.pem());

    for (String given : List.of(elsewhere.pem(), secret.toString())) {
      SigningKeyStore shop = of(Map.of("ORDERLY_SIGNING_KEY", given));
      shop.ensure(NOW);

      assertThat(shop.signing(NOW)).isEqualTo(elsewhere.jwk().get("kid"));
      assertThat(ids(shop)).hasSize(2).contains(elsewhere.jwk().get("kid"));
      assertThatThrownBy(() -> shop.rotate(NOW, LEAD))
          .isInstanceOf(LaunchFailure.class)
          .hasMessageContaining("ORDERLY_SIGNING_KEY");
    }
  }

  private static List<String> ids(SigningKeyStore shop) {
    return shop.keys().stream().map(TrustedKey::id).toList();
  }

  private RSAPrivateCrtKey signingKey() throws Exception {
    String pem = Files.readString(keys.resolve("signing-key.pem"));
    String body = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    return (RSAPrivateCrtKey)
        KeyFactory.getInstance("RSA")
            .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
  }

  private BigInteger number(String name) throws Exception {
    return new BigInteger(1, Base64.getUrlDecoder().decode(member(name)));
  }

  private String member(String name) throws Exception {
    String json = Files.readString(keys.resolve("jwks.json"));
    Matcher matcher = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(json);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }
}
