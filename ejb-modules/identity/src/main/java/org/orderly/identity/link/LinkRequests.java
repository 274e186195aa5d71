package org.orderly.identity.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.orderly.identity.person.EmailAddress;

/**
 * Takes the requests for links that anybody may send for any address.
 *
 * <p>Each does the same whether or not there is such an account; who it is for is looked up when
 * the mail is written. At most five links of a purpose go to an address within an hour; further
 * requests are dropped silently.
 */
@ApplicationScoped
public class LinkRequests {

  private final LinkIssue links;

  @Inject
  LinkRequests(LinkIssue links) {
    this.links = links;
  }

  /**
   * Asks for a new link that shows the address to be its owner's.
   *
   * @throws org.orderly.kernel.InvalidValue if it is no address
   */
  @Transactional
  public void verification(String email) {
    links.issue(LinkPurpose.VERIFY_EMAIL, EmailAddress.of(email));
  }

  /**
   * Asks for a link that lets the owner of the account choose another password.
   *
   * @throws org.orderly.kernel.InvalidValue if it is no address
   */
  @Transactional
  public void passwordReset(String email) {
    links.issue(LinkPurpose.RESET_PASSWORD, EmailAddress.of(email));
  }
}
