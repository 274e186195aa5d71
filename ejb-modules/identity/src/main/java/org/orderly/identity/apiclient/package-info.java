/**
 * Programs that work for the shop: an admin makes a client for each, with a secret that is shown
 * once, and they exchange it for access tokens of a few minutes (RFC 6749, 4.4).
 *
 * <p>Knows the tokens, the audit log and the list of denied sessions; nobody in the domain knows
 * it. A token of an API client never stands for a person: its only group is {@code api-client}, and
 * it opens what its scopes say.
 */
@NullMarked
package org.orderly.identity.apiclient;

import org.jspecify.annotations.NullMarked;
