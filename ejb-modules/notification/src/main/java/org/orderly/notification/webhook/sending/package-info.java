/**
 * One attempt at one receiver: where a webhook may lead, the secrets that its bodies are signed
 * with, and the request.
 *
 * <p>Knows no database. Which delivery is due, and what follows from an answer, is decided by the
 * package above.
 *
 * <p>Invariants: nothing is sent to an address that was not checked a moment before, name by name
 * and number by number; secrets are kept sealed.
 */
@NullMarked
package org.orderly.notification.webhook.sending;

import org.jspecify.annotations.NullMarked;
