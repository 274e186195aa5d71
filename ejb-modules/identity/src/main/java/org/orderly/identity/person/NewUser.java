package org.orderly.identity.person;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderly.identity.consent.ConsentDocument;

/**
 * What somebody typed in order to register; nothing of it is checked yet.
 *
 * @param acceptTerms whether they accept the terms of the shop, and with them its privacy notice
 *     unless that is asked for by itself
 * @param acceptPrivacy whether they accept the privacy notice; {@code null} if that was not asked
 * @param marketing whether they agree to be sent offers
 */
public record NewUser(
    String email,
    String password,
    String name,
    boolean acceptTerms,
    @Nullable Boolean acceptPrivacy,
    boolean marketing) {

  /** The documents that they agree to. */
  public Set<ConsentDocument> agreed() {
    Set<ConsentDocument> agreed = EnumSet.of(ConsentDocument.TERMS, ConsentDocument.PRIVACY);
    if (marketing) {
      agreed.add(ConsentDocument.MARKETING);
    }
    return agreed;
  }

  /** Keeps the password out of logs. */
  @Override
  public String toString() {
    return "NewUser[email=" + email + "]";
  }
}
