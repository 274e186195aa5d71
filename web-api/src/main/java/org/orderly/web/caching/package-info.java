/**
 * The cache of what everybody may read: serialized responses of the catalogue, in this instance's
 * memory.
 *
 * <p>A resource returns a {@link org.orderly.web.caching.CachedResponse}, which {@link
 * org.orderly.web.caching.CatalogResponses} finds or makes. Nothing here decides whether a response
 * is current: that is the catalogue's revision.
 */
@NullMarked
package org.orderly.web.caching;

import org.jspecify.annotations.NullMarked;
