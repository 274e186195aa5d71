package org.orderly.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** How a command ends that fails while it runs. */
class CommandTreeTest {
  private final StringWriter errors = new StringWriter();

  @Test
  void showsTheTraceOfAFaultOfOurs() {
    assertThat(execute(new IllegalStateException("a fault"))).isEqualTo(ExitCode.FAILED);
    assertThat(errors.toString()).contains("a fault", "at org.orderly");
  }

  @Test
  void showsTheOneLineOfAFailureThatAPersonCanPutRight() {
    assertThat(execute(new Explained())).isEqualTo(ExitCode.BROKEN_OFF);
    assertThat(errors.toString()).isEqualTo("Plug it in." + System.lineSeparator());
  }

  private int execute(RuntimeException failure) {
    return CommandTree.ruled(new CommandLine(new Failing(failure)))
        .setErr(new PrintWriter(errors, true))
        .execute();
  }

  @Command(name = "fail")
  private record Failing(RuntimeException failure) implements Runnable {
    @Override
    public void run() {
      throw failure;
    }
  }

  private static final class Explained extends RuntimeException implements ExplainedFailure {
    private static final long serialVersionUID = 1L;

    private Explained() {
      super("Plug it in.");
    }

    @Override
    public int exitCode() {
      return ExitCode.BROKEN_OFF;
    }
  }
}
