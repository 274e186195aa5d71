package org.orderly.catalog.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.orderly.catalog.database.CatalogRevision;
import org.orderly.catalog.database.PerRevision;
import org.orderly.catalog.words.Words;

/** The words that mean the same to shoppers, in memory as long as the catalogue does not change. */
@ApplicationScoped
class Synonyms {

  private final PerRevision<Map<String, List<String>>> phrases;

  @Inject
  Synonyms(SynonymQueries queries, CatalogRevision revision) {
    this.phrases = new PerRevision<>(revision, () -> byKey(queries.all()));
  }

  /** Synonyms by key, of each phrase all others of its meaning. */
  Map<String, List<String>> all() {
    return phrases.get();
  }

  private static Map<String, List<String>> byKey(Map<String, List<String>> meanings) {
    Map<String, List<String>> phrases = new HashMap<>();
    for (List<String> same : meanings.values()) {
      for (String phrase : same) {
        List<String> others = new ArrayList<>(same);
        others.remove(phrase);
        phrases
            .computeIfAbsent(TextQuery.synonymKey(Words.of(phrase)), key -> new ArrayList<>())
            .addAll(others);
      }
    }
    return phrases;
  }
}
