/**
 * The rule that cuts texts into words. Index and query use this rule only, so the locale and the
 * text parser of the database have no influence on what is found.
 */
@NullMarked
package org.orderly.catalog.words;

import org.jspecify.annotations.NullMarked;
