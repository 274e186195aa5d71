package org.orderly.tests.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orderly.tests.support.Api;
import org.orderly.tests.support.Api.Answer;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.Shopper;

/** Signing in with an authenticator app, and without it. */
@ExtendWith(RunningShop.class)
class TwoFactorIT {

  private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private final Shopper ann = Shopper.registered(RunningShop.api());

  @Test
  void asksForACodeOnceTheAppIsKnownAndAcceptsEachOnce() {
    byte[] secret = enrolled();
    long step = Instant.now().getEpochSecond() / 30;
    List<String> recovery = confirmed(secret, step);
    refused(login(null), "totp-required");
    refused(login("000000"), "totp-invalid");
    refused(login(code(secret, step)), "totp-invalid");
    login(code(secret, step + 1)).expect(200);
    refused(login(code(secret, step + 1)), "totp-invalid");
    login(recovery.get(3).toLowerCase()).expect(200);
    refused(login(recovery.get(3)), "totp-invalid");
    assertThat(send("POST", "auth/2fa/enrol", null).status()).isEqualTo(409);
    assertThat(send("DELETE", "auth/2fa", Map.of("password", "wrong")).status()).isEqualTo(403);
    assertThat(send("DELETE", "auth/2fa", Map.of("password", Shopper.PASSWORD)).status())
        .isEqualTo(204);
    login(null).expect(200);
    String user = "subject=" + ann.id() + "&action=2fa.";
    assertThat(
            RunningShop.admin()
                .get("admin/audit-log?" + user)
                .expect(200)
                .get("items")
                .findValuesAsText("action"))
        .containsExactly("2fa.removed", "2fa.recovery-code-used", "2fa.enrolled", "2fa.begun");
  }

  @Test
  void countsForNothingBeforeItIsConfirmed() {
    byte[] secret = enrolled();
    long step = Instant.now().getEpochSecond() / 30;
    Answer wrong = send("POST", "auth/2fa/confirm", Map.of("code", code(secret, step - 9)));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.code()).isEqualTo("totp-invalid");
    login(null).expect(200);
    byte[] another = enrolled();
    assertThat(send("POST", "auth/2fa/confirm", Map.of("code", code(secret, step))).status())
        .isEqualTo(422);
    assertThat(confirmed(another, step)).hasSize(10).doesNotHaveDuplicates();
  }

  @Test
  void letsOneInOfManyWhoTryOneCodeAtOnce() {
    byte[] secret = enrolled();
    long step = Instant.now().getEpochSecond() / 30;
    confirmed(secret, step);
    String code = code(secret, step + 1);
    List<CompletableFuture<Answer>> tries =
        Stream.generate(
                () -> CompletableFuture.supplyAsync(() -> login(code), Thread::startVirtualThread))
            .limit(4)
            .toList();
    assertThat(tries.stream().map(CompletableFuture::join).map(Answer::status))
        .containsOnlyOnce(200)
        .containsOnly(200, 401);
  }

  private byte[] enrolled() {
    JsonNode enrolment = send("POST", "auth/2fa/enrol", null).expect(200);
    assertThat(enrolment.get("qrCode").asText()).startsWith("data:image/png;base64,");
    String secret = enrolment.get("secret").asText();
    assertThat(enrolment.get("otpauthUri").asText()).contains("secret=" + secret);
    return decoded(secret);
  }

  private List<String> confirmed(byte[] secret, long step) {
    JsonNode codes =
        send("POST", "auth/2fa/confirm", Map.of("code", code(secret, step))).expect(200);
    return Stream.iterate(0, i -> i + 1)
        .limit(codes.get("recoveryCodes").size())
        .map(i -> codes.at("/recoveryCodes/" + i).asText())
        .toList();
  }

  private Answer send(String method, String path, Object body) {
    return ann.send(method, path, body);
  }

  private Answer login(String totp) {
    Map<String, String> proof = new HashMap<>();
    proof.put("email", ann.email());
    proof.put("password", Shopper.PASSWORD);
    proof.put("totp", totp);
    Api api = RunningShop.api();
    return api.send(Api.json(api.request("auth/login"), "POST", Api.text(proof)));
  }

  private static void refused(Answer answer, String code) {
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo(code);
  }

  /** As the app computes it (RFC 6238). */
  private static String code(byte[] secret, long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "RAW"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
      int number = ByteBuffer.wrap(hash).getInt(hash[19] & 0xf) & Integer.MAX_VALUE;
      return "%06d".formatted(number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** Twenty bytes are 32 letters without a rest. */
  private static byte[] decoded(String base32) {
    ByteBuffer bytes = ByteBuffer.allocate(base32.length() * 5 / 8);
    for (int i = 0; i < base32.length(); i += 8) {
      long group = 0;
      for (char letter : base32.substring(i, i + 8).toCharArray()) {
        group = group << 5 | BASE_32.indexOf(letter);
      }
      for (int shift = 32; shift >= 0; shift -= 8) {
        bytes.put((byte) (group >> shift));
      }
    }
    return bytes.array();
  }
}
