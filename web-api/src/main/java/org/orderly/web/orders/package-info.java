/**
 * Orders of users and guests: placing, editing, adopting, calling off; lists, exports, history and
 * the live stream; documents; what was sold.
 *
 * <p>Buyers see and change their own orders, vendors see their share, admins see and change all.
 */
package org.orderly.web.orders;
