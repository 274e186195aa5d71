package org.orderly.identity.link;

import java.util.Optional;
import java.util.UUID;
import org.orderly.identity.person.EmailAddress;
import org.orderly.kernel.UserId;
import org.orderly.platform.request.RequestContext;

/**
 * A mailed link, as it was when it was looked up.
 *
 * @param owner whose it is, which is known once it is mailed
 * @param open whether it is neither closed nor expired
 * @param origin where the request for it came from
 */
public record MailedLinkDetails(
    UUID id,
    LinkPurpose purpose,
    Optional<UserId> owner,
    EmailAddress email,
    boolean open,
    RequestContext origin) {}
