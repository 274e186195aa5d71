package org.orderly.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orderly.identity.person.Contact;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UrlDetector;
import org.orderly.kernel.UserId;
import org.orderly.ordering.guests.GuestContact;

/**
 * Resolves the recipient of an order's notifications: its buyer, or the guest who placed it.
 *
 * <p>A guest has no inbox but a mail address, and finds the order by a link that opens it to
 * whoever has it; such a mail is kept no longer than it takes to send it.
 */
@ApplicationScoped
class RecipientResolver {

  private final OrderDetails orders;
  private final String page;

  /**
   * @param shop how shoppers reach the shop, without a slash at the end
   */
  @Inject
  RecipientResolver(
      OrderDetails orders,
      @ConfigProperty(name = "orderly.public.url", defaultValue = "http://127.0.0.1:8080")
          String shop) {
    this.orders = orders;
    this.page = shop + "/#/guest-order";
  }

  /**
   * Why somebody is told something.
   *
   * @param type the kind of notice in kebab case
   */
  record Occasion(UUID eventId, UserId buyer, OrderId order, String type) {}

  /**
   * The notifications of an occasion; none if the buyer was erased.
   *
   * @param contacts of users; a buyer who is not among them is a guest, or was erased
   */
  List<Notification> notices(
      Map<UserId, Contact> contacts, Occasion occasion, Function<Contact, MessageContent> letter) {
    return Optional.ofNullable(contacts.get(occasion.buyer()))
        .map(who -> new Notification(occasion.eventId(), who, occasion.type(), letter.apply(who)))
        .or(() -> orders.guest(occasion.order()).map(guest -> mail(occasion, guest, letter)))
        .stream()
        .toList();
  }

  private Notification mail(
      Occasion occasion, GuestContact guest, Function<Contact, MessageContent> letter) {
    Contact who = new Contact(occasion.buyer(), guest.email(), greeted(guest.name()), false);
    MessageContent plain = letter.apply(who);
    String link = page + "?id=" + occasion.order() + "&token=" + guest.token();
    MessageContent linked =
        new MessageContent(plain.subject(), plain.body() + "\nSee your order:\n" + link + "\n");
    return new Notification(occasion.eventId(), who, occasion.type(), linked, true);
  }

  /** Anybody can order with anybody's address: what they typed as a name carries no link there. */
  static String greeted(String name) {
    return UrlDetector.in(name) ? "customer" : name;
  }
}
