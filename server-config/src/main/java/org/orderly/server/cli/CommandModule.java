package org.orderly.server.cli;

import java.util.List;

/**
 * Commands of a jar that the launcher does not know, found by {@link java.util.ServiceLoader} where
 * that jar is on the class path.
 */
public interface CommandModule {
  /** Classes with picocli's {@code @Command}, in the order of the help. */
  List<Class<?>> commands();
}
