package org.orderly.identity.oidc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.orderly.kernel.UserId;

/** Who a person is to identity providers, for the person. */
@ApplicationScoped
public class FederatedIdentities {

  private final FederatedIdentityRepository federatedIdentityRepository;

  @Inject
  FederatedIdentities(FederatedIdentityRepository federatedIdentityRepository) {
    this.federatedIdentityRepository = federatedIdentityRepository;
  }

  /**
   * @param issuer the provider
   * @param subject who it is to that provider
   */
  public record Identity(String issuer, String subject, Instant linkedAt) {}

  /** One of each provider at most. */
  public List<Identity> of(UserId user) {
    return federatedIdentityRepository.of(user);
  }
}
