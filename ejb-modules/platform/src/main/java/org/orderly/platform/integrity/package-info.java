/**
 * The scan machinery of the integrity checks: what a check is, and how a table is read in bounded
 * ranges of its key.
 *
 * <p>A domain publishes its checks as {@link org.orderly.platform.integrity.IntegrityCheck}; the
 * scan runs them.
 */
@NullMarked
package org.orderly.platform.integrity;

import org.jspecify.annotations.NullMarked;
