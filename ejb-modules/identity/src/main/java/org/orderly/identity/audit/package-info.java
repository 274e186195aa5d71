/**
 * The audit log: what was done to accounts and by admins, by whom, from where and in which request.
 *
 * <p>Knows nobody else in the domain. Whoever does something worth noting records it in the same
 * transaction; what was done in other databases comes as events from there. Entries are only ever
 * added; each carries a hash over itself and the entry before, so that a change behind the shop's
 * back is found.
 */
@NullMarked
package org.orderly.identity.audit;

import org.jspecify.annotations.NullMarked;
