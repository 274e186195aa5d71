/** Encrypts secrets that a database keeps. */
@NullMarked
package org.orderly.platform.crypto;

import org.jspecify.annotations.NullMarked;
