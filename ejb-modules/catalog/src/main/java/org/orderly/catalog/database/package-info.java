/** The database of the catalogue, its pool for readers, and the revision of what is in it. */
@NullMarked
package org.orderly.catalog.database;

import org.jspecify.annotations.NullMarked;
