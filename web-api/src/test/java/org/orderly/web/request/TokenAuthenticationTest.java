package org.orderly.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.security.auth.Subject;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;
import org.orderly.web.request.VerifiedTokens.VerifiedToken;

/** A token is verified by the server once in a while, and counts never longer than it says. */
class TokenAuthenticationTest {

  private static final Instant BEGIN = Instant.parse("2026-11-30T12:00:00Z");
  private static final UUID SESSION = UUID.fromString("01938e2e-0000-7000-8000-000000000001");

  private Instant now = BEGIN;
  private Instant end = BEGIN.plus(Duration.ofMinutes(15));
  private AuthenticationStatus answer = AuthenticationStatus.SUCCESS;
  private final List<String> verified = new ArrayList<>();
  private final Map<String, Object> attributes = new HashMap<>();
  private final Set<Principal> principals = new Subject().getPrincipals();
  private Principal caller;
  private Set<String> groups = Set.of();

  private final TokenAuthentication authentication =
      new TokenAuthentication(new Mechanism(), new SettableClock());

  /** Verifies whatever it gets, as the server's mechanism would a good token. */
  private final class Mechanism implements HttpAuthenticationMechanism {
    @Override
    public AuthenticationStatus validateRequest(
        HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
      String token = request.getHeader("Authorization");
      verified.add(token);
      if (token != null && answer == AuthenticationStatus.SUCCESS) {
        return context.notifyContainerAboutLogin(new Token(token, end), Set.of("customer"));
      }
      return answer;
    }
  }

  private final class SettableClock extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private record Token(String getName, Instant end) implements JsonWebToken {
    @Override
    public Set<String> getClaimNames() {
      return Set.of("exp", "sid");
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T getClaim(String name) {
      return (T)
          switch (name) {
            case "exp" -> end.getEpochSecond();
            case "sid" -> SESSION.toString();
            default -> null;
          };
    }
  }

  private AuthenticationStatus send(String authorization) throws Exception {
    attributes.clear();
    principals.clear();
    caller = null;
    groups = Set.of();
    HttpServletRequest request =
        stub(
            HttpServletRequest.class,
            (name, values) ->
                switch (name) {
                  case "getHeader" -> authorization;
                  case "getAttribute" -> attributes.get(values[0]);
                  case "setAttribute" -> attributes.put((String) values[0], values[1]);
                  default -> throw new UnsupportedOperationException(name);
                });
    return authentication.validateRequest(request, null, context());
  }

  @SuppressWarnings("unchecked")
  private HttpMessageContext context() {
    return stub(
        HttpMessageContext.class,
        (name, values) ->
            switch (name) {
              case "notifyContainerAboutLogin" -> {
                caller = (Principal) values[0];
                groups = (Set<String>) values[1];
                yield AuthenticationStatus.SUCCESS;
              }
              case "getCallerPrincipal" -> caller;
              case "getGroups" -> groups;
              case "getClientSubject" -> new Subject(false, principals, Set.of(), Set.of());
              default -> throw new UnsupportedOperationException(name);
            });
  }

  private interface Answer {
    Object to(String name, Object[] values);
  }

  private static <T> T stub(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, values) -> answer.to(method.getName(), values)));
  }

  @Test
  void verifiesATokenOnceInAWhile() throws Exception {
    send("Bearer a");
    Principal first = caller;
    now = now.plus(VerifiedTokens.LIFETIME).minusMillis(1);
    assertThat(send("Bearer a")).isEqualTo(AuthenticationStatus.SUCCESS);
    assertThat(verified).hasSize(1);
    assertThat(caller).isSameAs(first);
    assertThat(groups).containsExactly("customer");
    assertThat(attributes.get(VerifiedToken.ATTRIBUTE))
        .isInstanceOfSatisfying(
            VerifiedToken.class, token -> assertThat(token.session()).contains(SESSION));

    now = now.plusMillis(1);
    send("Bearer a");
    assertThat(verified).hasSize(2);
  }

  @Test
  void tellsTokensApart() throws Exception {
    send("Bearer a");
    send("Bearer b");
    send("Bearer A");
    assertThat(verified).hasSize(3);
    assertThat(caller.getName()).isEqualTo("Bearer A");
  }

  @Test
  void countsNoTokenBeyondItsEnd() throws Exception {
    end = BEGIN.plusSeconds(2);
    send("Bearer a");
    now = end.minusMillis(1);
    send("Bearer a");
    assertThat(verified).hasSize(1);
    now = end;
    answer = AuthenticationStatus.SEND_FAILURE;
    assertThat(send("Bearer a")).isEqualTo(AuthenticationStatus.SEND_FAILURE);
    assertThat(verified).hasSize(2);
    assertThat(attributes).isEmpty();
  }

  @Test
  void remembersNoRefusal() throws Exception {
    answer = AuthenticationStatus.SEND_FAILURE;
    send("Bearer a");
    answer = AuthenticationStatus.SUCCESS;
    send("Bearer a");
    assertThat(verified).hasSize(2);
  }

  @Test
  void leavesOtherRequestsToTheServer() throws Exception {
    answer = AuthenticationStatus.NOT_DONE;
    assertThat(send(null)).isEqualTo(AuthenticationStatus.NOT_DONE);
    assertThat(send("Basic a")).isEqualTo(AuthenticationStatus.NOT_DONE);
    assertThat(send("Basic a")).isEqualTo(AuthenticationStatus.NOT_DONE);
    assertThat(verified).hasSize(3);
  }
}
