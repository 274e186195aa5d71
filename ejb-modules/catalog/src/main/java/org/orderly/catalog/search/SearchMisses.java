package org.orderly.catalog.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.orderly.catalog.words.Word;
import org.orderly.catalog.words.Words;
import org.orderly.platform.jobs.BackgroundJob;

/**
 * Searches that found nothing, so that admins learn what shoppers miss.
 *
 * <p>Kept are folded words without who typed them, and nothing that looks like an address or a
 * number of a person. A search writes nothing: what was counted in memory is written by a job.
 */
@ApplicationScoped
class SearchMisses {

  private static final int MAX_PENDING = 500;
  private static final int MAX_WORDS = 6;
  private static final int MAX_LENGTH = 100;
  private static final Pattern NUMBER_OF_A_PERSON = Pattern.compile("\\d[\\d .()/+-]{4,}\\d");

  private final SearchMissRepository repository;
  private Map<String, Integer> pending = new HashMap<>();

  @Inject
  SearchMisses(SearchMissRepository repository) {
    this.repository = repository;
  }

  @Produces
  static BackgroundJob declare(SearchMisses misses) {
    return BackgroundJob.named("search-misses")
        .every(Duration.ofSeconds(30))
        .trouble("searches that find nothing are counted later")
        .repeats(misses::write);
  }

  void count(String typed) {
    List<Word> words = Words.of(typed);
    boolean personal = typed.contains("@") || NUMBER_OF_A_PERSON.matcher(typed).find();
    String kept = words.stream().map(Word::text).collect(Collectors.joining(" "));
    if (personal || kept.isEmpty() || words.size() > MAX_WORDS || kept.length() > MAX_LENGTH) {
      return;
    }
    synchronized (this) {
      if (pending.containsKey(kept) || pending.size() < MAX_PENDING) {
        pending.merge(kept, 1, Integer::sum);
      }
    }
  }

  void write() {
    Map<String, Integer> counted = take();
    if (!counted.isEmpty()) {
      repository.add(counted);
    }
  }

  private synchronized Map<String, Integer> take() {
    Map<String, Integer> counted = pending;
    pending = new HashMap<>();
    return counted;
  }
}
