package org.orderly.catalog.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orderly.catalog.database.CatalogDatabase;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;

/** Reads the table of synonyms. */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
class SynonymQueries {

  private static final int MAX = 5_000;

  private static final String ALL =
      "select meaning, phrase from search_synonym order by meaning, phrase limit " + MAX;

  private final DomainDatabase reads;

  @Inject
  SynonymQueries(@Domain(CatalogDatabase.READS) DomainDatabase reads) {
    this.reads = reads;
  }

  private record Row(String meaning, String phrase) {}

  /** The phrases of each meaning. */
  Map<String, List<String>> all() {
    Map<String, List<String>> meanings = new LinkedHashMap<>();
    for (Row row :
        reads.list(row -> new Row(row.getString("meaning"), row.getString("phrase")), ALL)) {
      meanings.computeIfAbsent(row.meaning(), m -> new ArrayList<>()).add(row.phrase());
    }
    return meanings;
  }
}
