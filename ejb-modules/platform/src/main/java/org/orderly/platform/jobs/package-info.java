/**
 * Background jobs: modules declare a {@link org.orderly.platform.jobs.BackgroundJob}, the module
 * {@code jobs} starts and stops all of them.
 */
@NullMarked
package org.orderly.platform.jobs;

import org.jspecify.annotations.NullMarked;
