package org.orderly.web.request;

import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers "you have it already" (304) where nothing changed since the caller last read. */
public final class EntityTags {

  private static final Pattern VERSION =
      Pattern.compile("\"(\\d{1,18})(?:\\.[0-9a-f]{1,8})?(?:-gzip)?\"");

  private EntityTags() {}

  /** The tag of something that counts its changes. */
  public static EntityTag of(long version) {
    return new EntityTag(Long.toString(version));
  }

  /**
   * The tag of something that counts its changes, where the same address may later lead to another
   * thing.
   *
   * @return without quotation marks
   */
  public static String of(long version, Object id) {
    return version + "." + Integer.toHexString(id.hashCode());
  }

  /** The body with its tag, or 304 if the request names the tag. Caches must ask each time. */
  public static Response answer(Request request, EntityTag tag, Object body) {
    Response.ResponseBuilder known = request.evaluatePreconditions(tag);
    CacheControl ask = new CacheControl();
    ask.setNoCache(true);
    Response.ResponseBuilder answer = known == null ? Response.ok(body) : known;
    return answer.tag(tag).cacheControl(ask).build();
  }

  /**
   * The version that an {@code If-Match} header names; {@code null} for any. The tags of all
   * encodings of a version name it.
   *
   * @return -1, which nothing has, for a header that names none of ours
   */
  public static Long version(String ifMatch) {
    if (ifMatch == null || ifMatch.strip().equals("*")) {
      return null;
    }
    Matcher tag = VERSION.matcher(ifMatch.strip());
    return tag.matches() ? Long.valueOf(tag.group(1)) : -1L;
  }
}
