/**
 * Mailed links: asked for, minted when the mail is written, used up once.
 *
 * <p>Publishes {@link org.orderly.identity.link.MailedLinkRequested}. Knows nothing of accounts but
 * their ids and addresses; whoever uses a link decides what it opens. Secrets are kept as hashes
 * only, and no event has one.
 */
@NullMarked
package org.orderly.identity.link;

import org.jspecify.annotations.NullMarked;
