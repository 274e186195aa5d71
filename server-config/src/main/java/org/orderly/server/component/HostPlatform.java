package org.orderly.server.component;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The operating system and processor, as far as starting programs goes. */
public final class HostPlatform {
  private static final String OS = System.getProperty("os.name").toLowerCase(Locale.ROOT);
  private static final String ARCH = System.getProperty("os.arch").toLowerCase(Locale.ROOT);

  private HostPlatform() {}

  static boolean isMac() {
    return OS.startsWith("mac");
  }

  private static boolean isArm() {
    return ARCH.equals("aarch64") || ARCH.equals("arm64");
  }

  static String redisBinary() {
    return "redis-server-7.0.15-"
        + (isMac() ? "darwin" : "linux")
        + (isArm() ? "-arm64" : "-amd64");
  }

  static String postgresArchive() {
    String name = (isMac() ? "darwin" : "linux") + (isArm() ? "-arm_64" : "-x86_64");
    return "postgres-" + name + ".txz";
  }

  public static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  public static String joined(List<Path> classPath) {
    return classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  /**
   * Puts a program into a process group of its own, so that Ctrl-C reaches the launcher alone,
   * which then stops the parts in order.
   */
  static List<String> apart(List<String> command) {
    List<String> prefix = new ArrayList<>();
    if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
      prefix.add("/usr/bin/setsid");
    } else if (Files.isExecutable(Path.of("/usr/bin/perl"))) {
      prefix.addAll(List.of("/usr/bin/perl", "-e", "setpgrp(0, 0); exec @ARGV;"));
    }
    prefix.addAll(command);
    return prefix;
  }

  /**
   * PostgreSQL refuses to run as root; in a user namespace of its own it sees an ordinary user,
   * while the files stay root's.
   */
  public static List<String> unprivileged(List<String> command) {
    if (isMac() || !"root".equals(System.getProperty("user.name"))) {
      return command;
    }
    List<String> wrapped = new ArrayList<>(List.of("unshare", "-U"));
    wrapped.addAll(command);
    return wrapped;
  }
}
