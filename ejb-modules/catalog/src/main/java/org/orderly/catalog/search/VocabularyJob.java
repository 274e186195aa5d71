package org.orderly.catalog.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import org.orderly.catalog.database.CatalogRevision;
import org.orderly.platform.jobs.BackgroundJob;

/**
 * Writes the catalogue's words when it has changed. A large catalogue is read less often: for one
 * twentieth of the time at most.
 */
@ApplicationScoped
class VocabularyJob {

  private static final int PAUSES_PER_RUN = 20;

  private final VocabularyRepository vocabulary;
  private final CatalogRevision revision;

  private long written = Long.MIN_VALUE;
  private long notBefore = System.nanoTime();

  @Inject
  VocabularyJob(VocabularyRepository vocabulary, CatalogRevision revision) {
    this.vocabulary = vocabulary;
    this.revision = revision;
  }

  @Produces
  static BackgroundJob declare(VocabularyJob job) {
    return BackgroundJob.named("search-vocabulary")
        .every(Duration.ofSeconds(20))
        .trouble("misspelled words are compared with those of earlier")
        .repeats(job::writeIfChanged);
  }

  synchronized void writeIfChanged() {
    long now = revision.current();
    long begin = System.nanoTime();
    if (now == written || begin - notBefore < 0) {
      return;
    }
    vocabulary.write();
    written = now;
    long end = System.nanoTime();
    notBefore = end + PAUSES_PER_RUN * (end - begin);
  }
}
