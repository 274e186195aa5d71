/**
 * The tokens that clients hold: signed access tokens, the keys that sign and verify them, and
 * opaque secrets of which only the hash is kept.
 */
package org.orderly.identity.token;
