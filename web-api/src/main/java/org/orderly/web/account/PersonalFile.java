package org.orderly.web.account;

import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/** Sends personal data as a file that nobody on the way may keep. */
final class PersonalFile {

  private PersonalFile() {}

  static Response answer(StreamingOutput content) {
    CacheControl keepNothing = new CacheControl();
    keepNothing.setNoStore(true);
    return Response.ok(content, MediaType.APPLICATION_JSON_TYPE)
        .header("Content-Disposition", "attachment; filename=\"personal-data.json\"")
        .cacheControl(keepNothing)
        .build();
  }
}
