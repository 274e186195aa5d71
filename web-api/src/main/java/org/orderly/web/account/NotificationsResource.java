package org.orderly.web.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Page;
import org.orderly.notification.InboxMessage;
import org.orderly.notification.Notifications;
import org.orderly.web.request.Caller;
import org.orderly.web.request.Roles;

/** The caller's own inbox. */
@Path("/notifications")
@ApplicationScoped
@RolesAllowed({Roles.CUSTOMER, Roles.VENDOR, Roles.ADMIN})
@Produces(MediaType.APPLICATION_JSON)
public class NotificationsResource {

  private final Notifications notifications;
  private final Caller caller;

  @Inject
  NotificationsResource(Notifications notifications, Caller caller) {
    this.notifications = notifications;
    this.caller = caller;
  }

  @GET
  public Page<InboxMessage> inbox(
      @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
    return notifications.inbox(caller.id(), Limit.of(limit), cursor);
  }
}
