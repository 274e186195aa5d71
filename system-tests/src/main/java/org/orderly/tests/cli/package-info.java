/** Gives the commands that measure and prove a shop to {@code ./orderly}. */
package org.orderly.tests.cli;
