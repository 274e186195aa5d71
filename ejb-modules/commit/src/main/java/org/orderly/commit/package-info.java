/**
 * Decides transactions over several databases, so that they commit together or not at all whatever
 * dies when.
 *
 * <p>One row decides. The transaction's commit marker (C) is written in the decision database by
 * the transaction itself, in the same local commit as its other changes there; an abort tombstone
 * (A) with the same primary key can only be written where there is no marker, so the two exclude
 * each other for ever. A member is prepared before the decision commits and is committed after it.
 *
 * <p>{@link org.orderly.commit.DecisionDataSource} and {@link org.orderly.commit.MemberDataSource}
 * are what the server's pools are made of: the only gate between its transaction manager and the
 * databases. {@link org.orderly.commit.InDoubtResolver} finishes what a crash left prepared.
 * Neither needs the server's transaction log, and neither relies on time for what it decides: time
 * only tells when to look.
 *
 * <p>The classes are shared by all applications of a server, so they live in its library and know
 * nothing but JDBC.
 */
@NullMarked
package org.orderly.commit;

import org.jspecify.annotations.NullMarked;
