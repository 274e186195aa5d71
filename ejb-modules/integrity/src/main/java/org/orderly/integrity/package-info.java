/**
 * The report of the integrity checks: invariants over the live databases, checked on request and
 * all the time.
 *
 * <p>Every invariant is checked along a {@link org.orderly.platform.integrity.IntegrityCheck}, page
 * by page, each page in a snapshot of its own, so that no history is too long and nobody is
 * stopped. {@link org.orderly.integrity.IntegrityChecks} answers whoever asks, within a time; the
 * auditor scans on where it stopped, one instance at a time, and keeps what it found in the
 * ordering database.
 */
@NullMarked
package org.orderly.integrity;

import org.jspecify.annotations.NullMarked;
