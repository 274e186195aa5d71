/** Runs background jobs: a thread that repeats its work until it is stopped, and its signal. */
package org.orderly.platform.jobs;
