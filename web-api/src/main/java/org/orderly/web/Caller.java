package org.orderly.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.orderly.kernel.UserId;

/** Who sends the request, as the verified token says. */
@RequestScoped
class Caller {

  @Inject private JsonWebToken token;

  /** The signed-in user; only for resources that require a role. */
  UserId id() {
    return UserId.of(token.getSubject());
  }

  boolean isAdmin() {
    return token.getGroups().contains(Roles.ADMIN);
  }
}
