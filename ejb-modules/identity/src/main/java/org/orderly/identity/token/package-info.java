/**
 * The tokens that clients hold: signed access tokens, the keys that sign and verify them, and
 * opaque secrets of which only the hash is kept.
 */
@NullMarked
package org.orderly.identity.token;

import org.jspecify.annotations.NullMarked;
