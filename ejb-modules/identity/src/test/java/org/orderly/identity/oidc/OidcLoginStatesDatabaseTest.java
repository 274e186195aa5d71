package org.orderly.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.identity.person.People;
import org.orderly.identity.token.OpaqueToken;
import org.orderly.kernel.UserId;
import org.orderly.testing.Application;
import org.orderly.testing.ConcurrentCalls;
import org.orderly.testing.TestDatabase;

/** What is stored of a sign-in at an identity provider: for one browser, once, not for long. */
class OidcLoginStatesDatabaseTest {

  @RegisterExtension static final Application APP = Application.on("identity");

  private final OidcLoginState begun = OidcLoginState.begin("example", "/orders");
  private TestDatabase database;
  private OidcLoginStateRepository states;
  private UserId ann;

  @BeforeEach
  void begin() {
    database = APP.database("identity");
    states = APP.bean(OidcLoginStateRepository.class);
    states.add(begun);
    ann = People.add(database, UUID.randomUUID() + "@example.org");
  }

  private Optional<OidcLoginState> take(String provider, OpaqueToken browser) {
    return states.take(provider, begun.state(), browser);
  }

  @Test
  void endsInTheBrowserThatBeganAtTheProviderThatWasChosen() {
    assertThat(take("example", OpaqueToken.generate())).isEmpty();
    assertThat(take("another", begun.browser())).isEmpty();
    assertThat(take("example", begun.browser())).contains(begun);
  }

  @Test
  void endsOnceHoweverOftenTheProviderSendsTheBrowserBack() {
    List<ConcurrentCalls.Outcome<Optional<OidcLoginState>>> outcomes =
        ConcurrentCalls.run(4, i -> take("example", begun.browser()));

    assertThat(outcomes).allMatch(ConcurrentCalls.Outcome::succeeded);
    assertThat(outcomes).filteredOn(outcome -> outcome.value().isPresent()).hasSize(1);
  }

  @Test
  void doesNotEndWhenItsTimeIsOver() {
    database.execute("update oidc_attempt set expires_at = now() - interval '1 second'");
    assertThat(take("example", begun.browser())).isEmpty();
  }

  @Test
  void openSessionsByACodeOnceAndInTheSameBrowserOnly() {
    OpaqueToken code = states.issueCode(ann, begun.browser());

    assertThat(states.useCode(code, OpaqueToken.generate())).isEmpty();
    assertThat(states.owner(code, OpaqueToken.generate())).isEmpty();
    assertThat(states.owner(code, begun.browser())).contains(ann);
    assertThat(states.useCode(code, begun.browser())).contains(ann);
    assertThat(states.useCode(code, begun.browser())).isEmpty();
  }

  @Test
  void openNoSessionByACodeWhoseTimeIsOver() {
    OpaqueToken code = states.issueCode(ann, begun.browser());
    database.execute("update oidc_code set expires_at = now() - interval '1 second'");

    assertThat(states.owner(code, begun.browser())).isEmpty();
    assertThat(states.useCode(code, begun.browser())).isEmpty();
  }
}
