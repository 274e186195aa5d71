package org.orderly.catalog.category;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A category as whoever manages the tree sees it.
 *
 * @param parentId {@code null} for a root of the tree
 * @param path finds its products as a filter, such as {@code phones/prepaid}
 * @param version rises with every change; makes the entity tag, is not part of the JSON
 */
public record ManagedCategory(
    UUID id, @Nullable UUID parentId, String name, String path, @JsonIgnore long version) {}
