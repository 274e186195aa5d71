/**
 * The events of accounts, all by ids alone.
 *
 * <p>{@link org.orderly.identity.event.CredentialsChanged} stays within the module and its
 * transaction: sessions end with it. The others go to the broker through the outbox; {@link
 * org.orderly.identity.event.UserErased} also tells the module's own packages to erase. Knows no
 * other package of the module.
 */
@NullMarked
package org.orderly.identity.event;

import org.jspecify.annotations.NullMarked;
