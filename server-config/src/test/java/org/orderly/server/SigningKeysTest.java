package org.orderly.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeysTest {
  @TempDir Path folder;
  private Path keys;

  @BeforeEach
  void generate() {
    keys = SigningKeys.ensure(new DataFolder(folder));
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

    SigningKeys.ensure(new DataFolder(folder));

    assertThat(keys.resolve("signing-key.pem")).hasContent(first);
  }

  @Test
  void letsOnlyTheOwnerReadTheKeyThatSigns() throws Exception {
    var permissions = Files.getPosixFilePermissions(keys.resolve("signing-key.pem"));

    assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
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
