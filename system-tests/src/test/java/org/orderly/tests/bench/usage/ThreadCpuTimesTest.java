package org.orderly.tests.bench.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThreadCpuTimesTest {

  @TempDir private Path tasks;

  /** Fields as in proc(5): 14 and 15 are the ticks of user and system, of ten milliseconds. */
  private void thread(int id, String name, int user, int system) throws IOException {
    Path thread = Files.createDirectories(tasks.resolve(Integer.toString(id)));
    Files.writeString(thread.resolve("comm"), name + "\n");
    Files.writeString(
        thread.resolve("stat"),
        id + " (" + name + ") S 1 1 1 0 -1 0 0 0 0 0 " + user + " " + system + " 0 0 20 0 9 0 1\n");
  }

  @Test
  void tellsCompilersAndCollectorsApart() throws IOException {
    thread(1, "C2 CompilerThre", 100, 1);
    thread(2, "C1 CompilerThre", 50, 0);
    thread(3, "GC Thread#0", 10, 0);
    thread(4, "VM Thread", 5, 0);
    thread(5, "http-thread-po", 500, 20);
    ThreadCpuTimes before = ThreadCpuTimes.in(tasks);
    thread(1, "C2 CompilerThre", 120, 2);
    thread(2, "C1 CompilerThre", 55, 0);
    thread(3, "GC Thread#0", 14, 1);
    thread(4, "VM Thread", 6, 0);
    thread(5, "http-thread-po", 900, 20);
    thread(6, "C2 CompilerThre", 7, 0);
    ThreadCpuTimes after = ThreadCpuTimes.in(tasks);

    assertThat(after.compilersSince(before)).isEqualTo(210 + 50 + 70);
    assertThat(after.collectorsSince(before)).isEqualTo(50 + 10);
  }

  @Test
  void aThreadThatHasEndedDoesNotCountBackwards() throws IOException {
    thread(1, "C2 CompilerThre", 100, 0);
    thread(2, "C2 CompilerThre", 30, 0);
    ThreadCpuTimes before = ThreadCpuTimes.in(tasks);
    thread(2, "C2 CompilerThre", 31, 0);
    Files.delete(tasks.resolve("1/comm"));

    assertThat(ThreadCpuTimes.in(tasks).compilersSince(before)).isEqualTo(10);
  }

  @Test
  void seesTheCompilersOfThisJvm() {
    ThreadCpuTimes own = ThreadCpuTimes.of(ProcessHandle.current().pid());

    assertThat(own.byId().values())
        .extracting(ThreadCpuTimes.ThreadTime::name)
        .contains("VM Thread")
        .anyMatch(name -> name.startsWith("C1 Compiler"));
    assertThat(own.compilersSince(own)).isZero();
  }

  @Test
  void isEmptyWithoutTheProcess() {
    assertThat(ThreadCpuTimes.in(tasks.resolve("gone")).byId()).isEmpty();
  }
}
