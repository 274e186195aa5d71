/**
 * Personal data: the declaration of each database's personal columns, and what reads it.
 *
 * <p>Each module that keeps a database has one file {@code personal-columns.txt} that declares
 * every column that can hold text: whose it is, what an erasure does with it, and under which name
 * an export has it. {@link org.orderly.platform.personal.PersonalColumns} erases and exports by it,
 * so neither knows a column that the other does not.
 */
@NullMarked
package org.orderly.platform.personal;

import org.jspecify.annotations.NullMarked;
