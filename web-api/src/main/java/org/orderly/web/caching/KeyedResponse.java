package org.orderly.web.caching;

/** What a resource returns: a response and the key that it is cached by. */
record KeyedResponse(Object key, CachedResponse response) {}
