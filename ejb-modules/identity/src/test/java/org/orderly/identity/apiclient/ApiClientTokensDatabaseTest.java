package org.orderly.identity.apiclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.identity.session.RevokedSessions;
import org.orderly.identity.token.TestKeys;
import org.orderly.testing.Application;
import org.orderly.testing.TestDatabase;

/** Tokens of API clients: for the scopes that a client holds, and only while it is active. */
class ApiClientTokensDatabaseTest {

  @RegisterExtension static final Application APP = Application.on("identity");

  private TestDatabase database;
  private NewApiClient client;

  @BeforeAll
  static void provideAKey() {
    TestKeys.provide();
  }

  @BeforeEach
  void create() {
    database = APP.database("identity");
    client =
        APP.bean(ApiClients.class)
            .create("ERP", List.of("stock:write", "orders:read"), Duration.ofDays(1));
  }

  private TokenGrant grant(String scope) {
    return APP.bean(ApiClientTokens.class)
        .grant(client.clientId().toString(), client.clientSecret(), scope);
  }

  private void assertRefused(String scope, GrantRefused.Reason reason) {
    assertThatThrownBy(() -> grant(scope))
        .isInstanceOfSatisfying(
            GrantRefused.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
  }

  private long refusalsNoted() {
    return database.count(
        "audit_entry where action = 'client.token-refused' and subject = ?",
        client.clientId().toString());
  }

  @Test
  void grantsTheScopesOfTheClientOrSomeOfThem() throws ParseException {
    assertThat(grant(null).scope()).isEqualTo("orders:read stock:write");
    TokenGrant part = grant(" stock:write ");
    assertThat(part.scope()).isEqualTo("stock:write");
    assertThat(SignedJWT.parse(part.accessToken()).getJWTClaimsSet().getStringClaim("scope"))
        .isEqualTo("stock:write");
  }

  @Test
  void grantsNoScopeThatTheClientDoesNotHold() {
    assertRefused("stock:write catalog:write", GrantRefused.Reason.INVALID_SCOPE);
    assertThat(refusalsNoted()).isEqualTo(1);
  }

  @Test
  void grantsNothingOnceTheClientIsRevoked() throws ParseException {
    TokenGrant before = grant(null);
    APP.bean(ApiClients.class).revoke(client.clientId());

    assertRefused(null, GrantRefused.Reason.INVALID_CLIENT);
    String session = SignedJWT.parse(before.accessToken()).getJWTClaimsSet().getStringClaim("sid");
    assertThat(APP.bean(RevokedSessions.class).isDenied(UUID.fromString(session))).isTrue();
  }

  @Test
  void grantsNothingForAnotherSecret() {
    assertThatThrownBy(
            () ->
                APP.bean(ApiClientTokens.class)
                    .grant(client.clientId().toString(), client.clientSecret() + "x", null))
        .isInstanceOf(GrantRefused.class);
    assertThat(refusalsNoted()).isEqualTo(1);
  }
}
