package org.orderly.web.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.identity.apiclient.GrantRefused;

class ClientCredentialsTest {

  private final MultivaluedMap<String, String> form = new MultivaluedHashMap<>();

  @Test
  void readsThemFromTheForm() {
    form.putSingle("client_id", "ann");
    form.putSingle("client_secret", "s:e+c%72et");
    assertThat(ClientCredentials.of(null, form))
        .isEqualTo(new ClientCredentials("ann", "s:e+c%72et"));
  }

  @Test
  void readsThemFromTheHeaderWhereTheyAreEscaped() {
    assertThat(ClientCredentials.of(basic("ann:s%3Aecret:x"), form))
        .isEqualTo(new ClientCredentials("ann", "s:ecret:x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer abc", "Basic", "Basic %%%", "Basic YW5u", "Basic JTpiOg=="})
  void doesNotKnowWhoSendsSomethingElse(String header) {
    assertThatThrownBy(() -> ClientCredentials.of(header, form))
        .isInstanceOfSatisfying(
            GrantRefused.class, e -> assertThat(e.code()).isEqualTo("invalid_client"));
  }

  @Test
  void refusesCredentialsInBothPlaces() {
    form.putSingle("client_secret", "secret");
    assertThatThrownBy(() -> ClientCredentials.of(basic("ann:secret"), form))
        .isInstanceOfSatisfying(
            GrantRefused.class, e -> assertThat(e.code()).isEqualTo("invalid_request"));
  }

  @Test
  void keepsTheSecretOutOfLogs() {
    assertThat(new ClientCredentials("ann", "secret").toString()).doesNotContain("secret");
  }

  private static String basic(String credentials) {
    byte[] bytes = credentials.getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(bytes);
  }
}
