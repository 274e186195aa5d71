/**
 * What is for sale: products and their pictures, categories, imports.
 *
 * <p>Reading is open to everybody and answers with entity tags.
 */
package org.orderly.web.catalog;
