/** How Redis is asked: from one bounded pool for the whole instance, quickly or not at all. */
package org.orderly.redis;
