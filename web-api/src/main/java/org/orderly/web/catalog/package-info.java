/**
 * What is for sale and how much of it there is: products and their pictures, categories, imports,
 * stock.
 *
 * <p>Reading is open to everybody and answers with entity tags.
 */
package org.orderly.web.catalog;
