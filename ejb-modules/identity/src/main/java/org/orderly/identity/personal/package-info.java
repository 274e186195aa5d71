/**
 * What people keep with the shop about themselves: their address book, and the copy of all that
 * accounts hold about them which they may ask for (GDPR, articles 15 and 20).
 *
 * <p>The address book goes when the person is forgotten, in the same transaction.
 */
@NullMarked
package org.orderly.identity.personal;

import org.jspecify.annotations.NullMarked;
