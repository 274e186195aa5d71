package org.orderly.server.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * The journal: the file from which the gateway restores its state: a line of JSON for each change,
 * with everything that changed together. A line that a crash cut short never happened.
 */
final class Journal implements AutoCloseable {
  private static final TypeReference<List<JournalRecord>> CHANGE = new TypeReference<>() {};

  private final ObjectMapper json = new ObjectMapper();
  private final Path file;
  private final Object forcing = new Object();
  private FileChannel channel;
  private volatile long written;
  private long forced;

  Journal(Path file) {
    this.file = file;
  }

  /** Tells every change again, in order, and gets ready for more. */
  void replay(Consumer<JournalRecord> known) throws IOException {
    long whole = 0;
    if (Files.exists(file)) {
      try (BufferedReader lines = Files.newBufferedReader(file)) {
        String next = lines.readLine();
        while (next != null) {
          String line = next;
          next = lines.readLine();
          if (!told(line, known, next == null)) {
            break;
          }
          whole += line.getBytes(StandardCharsets.UTF_8).length + 1;
        }
      }
    }
    open(whole);
    if (written < whole) {
      channel.write(ByteBuffer.wrap(new byte[] {'\n'}));
      written = channel.position();
    }
  }

  private boolean told(String line, Consumer<JournalRecord> known, boolean last)
      throws IOException {
    try {
      json.readValue(line, CHANGE).forEach(known);
      return true;
    } catch (JsonProcessingException e) {
      if (last) {
        return false;
      }
      throw new IOException("the journal " + file + " is damaged", e);
    }
  }

  private void open(long whole) throws IOException {
    channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    channel.truncate(whole).position(Math.min(whole, channel.size()));
    written = channel.position();
    forced = written;
  }

  long size() {
    return written;
  }

  /** Puts these in the place of everything, in one step. */
  void rewrite(Collection<? extends JournalRecord> all) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    try (FileChannel fresh =
        FileChannel.open(
            draft,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      for (JournalRecord one : all) {
        write(fresh, List.of(one));
      }
      fresh.force(true);
    }
    channel.close();
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    open(Files.size(file));
  }

  /**
   * Adds one change; the caller holds the lock that orders them.
   *
   * @return what {@link #force} is to be asked for
   */
  long append(List<? extends JournalRecord> change) throws IOException {
    write(channel, change);
    written = channel.position();
    return written;
  }

  private void write(FileChannel to, List<? extends JournalRecord> change) throws IOException {
    String line = json.writerFor(CHANGE).writeValueAsString(change) + "\n";
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(line);
    while (bytes.hasRemaining()) {
      to.write(bytes);
    }
  }

  /** Returns when everything up to there is on the disk; one write does for all who wait. */
  void force(long position) throws IOException {
    synchronized (forcing) {
      if (forced < position) {
        long upTo = written;
        channel.force(false);
        forced = upTo;
      }
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
