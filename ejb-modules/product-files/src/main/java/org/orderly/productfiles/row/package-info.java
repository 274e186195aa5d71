/** The rows of a text: CSV with a header, a JSON array, or JSON lines. */
@NullMarked
package org.orderly.productfiles.row;

import org.jspecify.annotations.NullMarked;
