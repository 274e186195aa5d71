/** Encrypts secrets that a database keeps, and computes digests. */
@NullMarked
package org.orderly.platform.crypto;

import org.jspecify.annotations.NullMarked;
