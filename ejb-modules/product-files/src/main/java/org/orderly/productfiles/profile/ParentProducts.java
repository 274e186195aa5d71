package org.orderly.productfiles.profile;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The last products with variants, as many as fit into a bounded memory. */
final class ParentProducts {

  private static final int MAX_CHARACTERS = 8_000_000;

  private final Map<String, ParentProduct> parents = new LinkedHashMap<>();
  private long characters;

  void put(String key, ParentProduct parent) {
    remove(key);
    parents.put(key, parent);
    characters += parent.characters();
    while (characters > MAX_CHARACTERS) {
      remove(parents.keySet().iterator().next());
    }
  }

  @Nullable ParentProduct get(String key) {
    return parents.get(key);
  }

  private void remove(String key) {
    ParentProduct former = parents.remove(key);
    if (former != null) {
      characters -= former.characters();
    }
  }
}
