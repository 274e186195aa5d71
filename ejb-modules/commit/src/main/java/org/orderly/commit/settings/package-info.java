/**
 * What an instance checks before it takes part: databases that are set up so that a decision
 * survives, and a name that no other instance has.
 *
 * <p>Invariant: an instance that starts has met every condition that the protocol relies on; else
 * it fails with {@link org.orderly.commit.settings.UnsafeDatabaseSettings}.
 */
@NullMarked
package org.orderly.commit.settings;

import org.jspecify.annotations.NullMarked;
