/**
 * One way to a domain's database: batches of statements, advisory locks, retention.
 *
 * <p>Statements run in the caller's transaction. A database that does not answer is {@link
 * org.orderly.platform.persistence.DatabaseUnavailable}.
 */
@NullMarked
package org.orderly.platform.persistence;

import org.jspecify.annotations.NullMarked;
