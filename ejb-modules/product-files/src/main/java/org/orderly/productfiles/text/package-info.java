/** The bytes of a file as text: unpacked, decoded, within limits. */
@NullMarked
package org.orderly.productfiles.text;

import org.jspecify.annotations.NullMarked;
