/**
 * Support for {@code *DatabaseTest}: one embedded PostgreSQL per JVM, a migrated database of each
 * domain per test class, and the beans of the modules with real JTA transactions.
 *
 * <p>{@link org.orderly.testing.DomainDatabases} gives databases alone, {@link
 * org.orderly.testing.Application} databases and beans. Nothing of this is delivered.
 */
package org.orderly.testing;
