/**
 * Background jobs: modules declare a {@link org.orderly.platform.jobs.BackgroundJob}, the module
 * {@code jobs} starts and stops all of them.
 */
package org.orderly.platform.jobs;
