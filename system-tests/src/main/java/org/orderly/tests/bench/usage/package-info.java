/** What the processes of a shop and its databases use: processor time, memory, statements, log. */
package org.orderly.tests.bench.usage;
