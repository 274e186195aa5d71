/**
 * The command line of {@code ./orderly}: what its commands share, in one place. It knows no
 * command; each stands beside what it does and is given to {@link
 * org.orderly.server.cli.CommandTree}, or found as a {@link org.orderly.server.cli.CommandModule}.
 * Publishes the exit codes, the help of all commands, the completion script and the refusals of
 * what is not understood.
 */
package org.orderly.server.cli;
