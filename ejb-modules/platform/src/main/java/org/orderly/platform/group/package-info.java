/**
 * Group commit: many requests share one transaction. Knows nothing of what is committed; {@link
 * org.orderly.platform.group.GroupCommit} queues, groups and answers.
 */
@NullMarked
package org.orderly.platform.group;

import org.jspecify.annotations.NullMarked;
