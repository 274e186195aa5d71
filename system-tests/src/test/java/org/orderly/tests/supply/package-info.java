/**
 * What is delivered, held to the bills of materials, the licences and the known vulnerabilities.
 */
package org.orderly.tests.supply;
