package org.orderly.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs functions of the scripts of {@code ./orderly}, with nothing on the PATH but what they use.
 */
final class ShellFunctions {
  private static final Path SCRIPTS = Path.of("src/main/sh").toAbsolutePath();
  private static final List<String> TOOLS =
      List.of(
          "cat",
          "cut",
          "date",
          "dirname",
          "find",
          "grep",
          "head",
          "mv",
          "readlink",
          "rm",
          "sed",
          "sleep",
          "sort",
          "tail",
          "touch");

  private final Path tools;
  private final Map<String, String> environment = new HashMap<>();

  /**
   * @param folder gets scripts that call the tools
   */
  ShellFunctions(Path folder) throws IOException {
    tools = Files.createDirectories(folder);
    for (String tool : TOOLS) {
      program(tools.resolve(tool), "exec " + find(tool) + " \"$@\"");
    }
    environment.put("PATH", tools.toString());
    environment.put("SCRIPTS", SCRIPTS.toString());
  }

  /** The shells of this machine that {@code /bin/sh} might be elsewhere. */
  static Stream<List<String>> shells() {
    return Stream.of(List.of("sh"), List.of("dash"), List.of("bash", "--posix"))
        .filter(shell -> isHere(shell.get(0)));
  }

  private static boolean isHere(String tool) {
    return Stream.of("/bin", "/usr/bin").anyMatch(place -> Files.exists(Path.of(place, tool)));
  }

  private static Path find(String tool) {
    return Stream.of("/bin", "/usr/bin")
        .map(place -> Path.of(place, tool))
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("There is no " + tool + " on this machine"));
  }

  /** Writes a script of one line that can be run. */
  static void program(Path file, String line) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + line + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Puts a folder before the tools. */
  void putOnPath(Path folder) {
    environment.put("PATH", folder + ":" + tools);
  }

  void set(String variable, String value) {
    environment.put(variable, value);
  }

  /** Runs a script in this shell, in the way that {@code ./orderly} runs: stops at an error. */
  Result run(List<String> shell, String script, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        Stream.of(
                Stream.of(find(shell.get(0)).toString()),
                shell.stream().skip(1),
                Stream.of("-euc", script, "orderly"),
                Stream.of(arguments))
            .flatMap(part -> part)
            .toList();
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("The script does not end: " + script);
    }
    return new Result(
        process.exitValue(),
        new String(process.getInputStream().readAllBytes(), UTF_8),
        new String(process.getErrorStream().readAllBytes(), UTF_8));
  }

  record Result(int exitCode, String output, String errors) {}
}
