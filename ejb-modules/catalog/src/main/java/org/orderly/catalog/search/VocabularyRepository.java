package org.orderly.catalog.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Statement;
import org.orderly.catalog.database.CatalogDatabase;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;

/** Writes the words of the catalogue that misspelled words are compared with. */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
class VocabularyRepository {

  private static final long LOCK = 7305921;

  /** Only words as they are written in skus, names and brands. */
  private static final String WRITE =
      """
      with fresh as materialized (
        select word, ndoc as products
        from ts_stat('select search from product where withdrawn_at is null', 'ab')
        where length(word) between 3 and 40 and word !~ '[0-9]'),
      gone as (
        delete from search_word s
        where not exists (select 1 from fresh f where f.word = s.word))
      insert into search_word as s (word, products) select word, products from fresh
      on conflict (word) do update set products = excluded.products
      where s.products <> excluded.products""";

  private final DomainDatabase database;

  @Inject
  VocabularyRepository(@Domain(CatalogDatabase.DOMAIN) DomainDatabase database) {
    this.database = database;
  }

  /** Writes all words, unless another instance does. */
  void write() {
    database.exclusively(
        LOCK,
        connection -> {
          try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(WRITE);
          }
        });
  }
}
