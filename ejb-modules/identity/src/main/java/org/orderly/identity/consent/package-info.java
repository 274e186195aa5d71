/** Proof of what users agreed to, and when. */
@NullMarked
package org.orderly.identity.consent;

import org.jspecify.annotations.NullMarked;
