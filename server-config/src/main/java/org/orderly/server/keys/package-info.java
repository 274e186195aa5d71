/**
 * The keys that sign access tokens: made once, replaced on request, and published by each instance.
 *
 * <p>{@link org.orderly.server.keys.KeysCommand} is {@code ./orderly keys}; {@link
 * org.orderly.server.keys.SigningKeyStore} is for the start. Invariant: the public half of a key
 * that was replaced stays until every token that it signed has expired.
 */
package org.orderly.server.keys;
