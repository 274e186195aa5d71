/**
 * The databases' shape: one changelog folder per database under {@code orderly/db}, and {@link
 * org.orderly.liquibase.Migrations} that applies them.
 */
package org.orderly.liquibase;
