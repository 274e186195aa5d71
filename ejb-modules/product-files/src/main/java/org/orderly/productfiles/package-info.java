/**
 * Files of products as shops have them, read row by row with bounded memory.
 *
 * <p>{@link org.orderly.productfiles.ProductFile} is the entrance. Bytes become text, text becomes
 * rows, and a profile makes products of rows. Nothing here knows the launcher, the server or the
 * API: a command and a job in the server use it alike.
 */
@NullMarked
package org.orderly.productfiles;

import org.jspecify.annotations.NullMarked;
