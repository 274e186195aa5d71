// For admins: orders found again, and what can be done about them until they are settled.
import { download, get, intent, post } from "./api.js";
import { empty, field, form, h, money, notice, paged, when } from "./dom.js";
import { address, lines, status, steps } from "./orders.js";

const STATUSES = [
  "PLACED", "CONFIRMED", "PROCESSING", "PARTIALLY_SHIPPED", "SHIPPED", "DELIVERED", "RETURNED", "CANCELLED",
];
const UNSHIPPED = ["PLACED", "CONFIRMED", "PROCESSING"];
const SHIPPABLE = ["CONFIRMED", "PROCESSING", "PARTIALLY_SHIPPED"];

const words = (text) => text.toLowerCase().replaceAll("_", " ");

/** A button that asks the server for something once, tells what came of it and draws anew. */
function action(text, path, again) {
  const key = intent();
  const button = h("button", { type: "button" }, text);
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      await post(path, undefined, key({ path }));
      notice("Done.");
      await again();
    } catch (problem) {
      notice(problem.message);
      button.disabled = false;
    }
  });
  return button;
}

function paper(text, path, name) {
  const button = h("button", { type: "button" }, text);
  button.addEventListener("click", () => download(path, name).catch((problem) => notice(problem.message)));
  return button;
}

export async function orders(_, query) {
  const asked = Object.fromEntries([...query].filter(([, value]) => value));
  const list = await paged(
    h("ul", { class: "rows" }),
    (cursor) => get("/orders/all", { ...asked, cursor, limit: 50 }),
    (one) =>
      h("li", {},
        h("a", { href: "#/order/" + one.id }, one.number),
        h("span", {}, when(one.createdAt), " · ", one.shippingAddress.name),
        status(one),
        h("span", { class: "price" }, money(one.total))),
    empty(Object.keys(asked).length ? "No orders match these filters." : "No orders yet."),
  );
  const file = "/orders/all/export?" + new URLSearchParams(asked);
  return h("section", {}, h("h1", {}, "Orders"), filters(asked), list, h("p", {}, paper("Export (CSV)", file, "orders.csv")));
}

function filters(asked) {
  const any = h("option", { value: "" }, "any");
  const options = [any, ...STATUSES.map((one) => h("option", { value: one, selected: asked.status === one }, words(one)))];
  const element = h("form", { class: "filters", role: "search" },
    field("Status", "status", { options }),
    field("Number", "number", { value: asked.number }),
    field("E-mail", "email", { value: asked.email }),
    field("Article", "sku", { value: asked.sku }),
    field("From", "from", { type: "date", value: asked.from }),
    field("To", "to", { type: "date", value: asked.to }),
    h("button", { type: "submit" }, "Find"));
  element.addEventListener("submit", (event) => {
    event.preventDefault();
    const given = [...new FormData(element)].map(([name, value]) => [name, value.trim()]).filter(([, value]) => value);
    location.hash = "#/orders?" + new URLSearchParams(given);
  });
  return element;
}

export async function order(id) {
  const place = h("div", {});
  const draw = async () => place.replaceChildren(content(await read(id), draw));
  await draw();
  return place;
}

async function read(id) {
  const [one, history, shipped, returned, refunds, payments] = await Promise.all([
    get("/orders/" + id),
    get(`/orders/${id}/history`, { limit: 100 }),
    get(`/orders/${id}/shipments`),
    get(`/orders/${id}/returns`),
    get(`/orders/${id}/refunds`),
    get(`/orders/${id}/payments`),
  ]);
  return { one, history: history.items, shipped: shipped.items, returned: returned.items, refunds: refunds.items, payments: payments.items };
}

function content({ one, history, shipped, returned, refunds, payments }, again) {
  const billed = !["PLACED", "CANCELLED"].includes(one.status);
  return h("section", { class: "narrow" },
    h("h1", {}, "Order " + one.number),
    h("p", {}, when(one.createdAt), " ", status(one)),
    h("p", {}, `Bought by ${one.email ?? one.userId ?? "somebody"}, paid by ${words(one.paymentMethod ?? "unknown")}`),
    lines(one),
    h("h2", {}, "Goes to"),
    address(one.shippingAddress),
    billed ? h("p", {},
      paper("Invoice", `/orders/${one.id}/invoice`, one.number + ".pdf"), " ",
      paper("Packing slip", `/orders/${one.id}/packing-slip`, "packing-slip-" + one.number + ".pdf")) : null,
    h("h2", {}, "Actions"),
    payments.filter((payment) => payment.method === "INVOICE").map((payment) => markPaid(payment, again)),
    deeds(one, again),
    shipped.length ? [h("h2", {}, "Shipments"), h("ul", { class: "rows" }, shipped.map((parcel) => shipment(one, parcel, again)))] : null,
    returned.length ? [h("h2", {}, "Returns"), h("ul", { class: "orders" }, returned.map((back) => h("li", {}, given(back, again))))] : null,
    refunds.length ? [h("h2", {}, "Refunds"), h("ul", { class: "rows" }, refunds.map(refund))] : null,
    h("h2", {}, "History"),
    steps(history),
    h("p", {}, h("a", { href: "#/orders" }, "All orders")));
}

function deeds(one, again) {
  const path = "/orders/" + one.id;
  return [
    one.status === "CONFIRMED" ? h("p", {}, action("Start processing", path + "/process", again)) : null,
    SHIPPABLE.includes(one.status) ? ship(path, again) : null,
    UNSHIPPED.includes(one.status) ? cancel(path, again) : null,
    one.status === "PARTIALLY_SHIPPED" ? cancel(path, again, "Cancel the rest") : null,
    one.status === "PLACED" ? null : payBack(one, path, again),
  ];
}

/** Asks with a form, once for what was filled in. */
function deed(title, fields, submit, path, body, again) {
  const key = intent();
  return h("details", {},
    h("summary", {}, title),
    form(fields, submit, async (values) => {
      const wish = body(values);
      await post(path, wish, key(wish));
      notice("Done.");
      await again();
    }));
}

const ship = (path, again) =>
  deed("Ship what is left",
    [field("Carrier", "carrier", { required: true, maxlength: 100 }), field("Tracking number", "trackingNumber", { maxlength: 100 })],
    "Ship", path + "/shipments",
    (values) => ({ carrier: values.carrier.trim(), ...(values.trackingNumber.trim() && { trackingNumber: values.trackingNumber.trim() }) }),
    again);

const cancel = (path, again, title = "Cancel this order") =>
  deed(title, [field("Why?", "reason", { required: true, maxlength: 500 })], title,
    path + "/cancel", (values) => ({ reason: values.reason.trim() }), again);

const payBack = (one, path, again) =>
  deed("Give money back",
    [
      field("How much?", "amount", { required: true, inputmode: "decimal", pattern: "[0-9]+([.][0-9]+)?" }, one.total.currency),
      field("Where to?", "to", { options: [["original", "where it came from"], ["balance", "the balance"]].map(([value, text]) => h("option", { value }, text)) }),
      field("Why?", "reason", { maxlength: 500 }),
    ],
    "Give back", path + "/refunds",
    (values) => ({
      amount: { amount: values.amount, currency: one.total.currency },
      to: values.to,
      ...(values.reason.trim() && { reason: values.reason.trim() }),
    }),
    again);

/** A transfer on the bank's statement; one that does not fit is refused unless the admin says what to do. */
const markPaid = (payment, again) =>
  deed(payment.status === "PENDING" ? "Mark as paid" : "Another transfer came for this order",
    [
      field("Amount", "amount", { required: true, inputmode: "decimal", pattern: "[0-9]+([.][0-9]+)?",
        value: payment.status === "PENDING" ? payment.amount.amount : undefined }, payment.amount.currency),
      field("Reference on the bank's statement", "reference", { maxlength: 100 }),
      field("If it is not the amount due", "difference", { options: [
        ...(payment.status === "PENDING"
          ? [["refuse", "do not book it"], ["accept", "count the order as paid"]]
          : []),
        ["balance", "put it into the buyer's balance"],
      ].map(([value, text]) => h("option", { value }, text)) }),
    ],
    "Book", `/admin/payments/${payment.id}/paid`,
    (values) => ({
      amount: { amount: values.amount, currency: payment.amount.currency },
      difference: values.difference,
      ...(values.reference.trim() && { reference: values.reference.trim() }),
    }),
    again);

const shipment = (one, parcel, again) =>
  h("li", {},
    h("span", {}, parcel.carrier + " ", h("strong", {}, parcel.trackingNumber)),
    h("span", { class: "badge" }, words(parcel.status)),
    paper("Packing slip", `/orders/${one.id}/packing-slip?shipment=${parcel.id}`, "packing-slip.pdf"),
    parcel.status === "SHIPPED" ? action("Mark as delivered", `/shipments/${parcel.id}/deliver`, again) : null);

const refund = (one) =>
  h("li", {},
    h("span", {}, when(one.createdAt), one.reason ? h("small", {}, " " + one.reason) : ""),
    h("span", { class: "badge" }, words(one.status)),
    h("span", { class: "price" }, money(one.amount)));

/** What the next step of a return can be. */
function given(back, again) {
  const path = "/returns/" + back.id;
  const next = {
    REQUESTED: () => [
      action("Approve", path + "/approve", again),
      deed("Refuse", [field("Why?", "reason", { required: true, maxlength: 500 })], "Refuse",
        path + "/refuse", (values) => ({ reason: values.reason.trim() }), again),
    ],
    APPROVED: () => [action("It has come", path + "/receive", again)],
    RECEIVED: () => [action("Restock", path + "/restock", again), " ", action("Write off", path + "/write-off", again)],
  };
  return [
    h("p", {}, h("span", { class: "badge" }, words(back.status)), " ", when(back.requestedAt), " · ", back.reason),
    h("ul", {}, back.items.map((item) => h("li", {}, `${item.quantity} × ${item.name} (${item.sku})`))),
    ...(next[back.status]?.() ?? []),
  ];
}

export async function returns() {
  const list = await paged(
    h("ul", { class: "orders" }),
    (cursor) => get("/returns", { cursor }),
    (back) => {
      const row = h("li", {});
      const draw = (now) => row.replaceChildren(
        h("p", {}, h("a", { href: "#/order/" + now.orderId }, "Its order")),
        ...given(now, async () => draw(await get("/returns/" + now.id))));
      draw(back);
      return row;
    },
    empty("No returns."),
  );
  return h("section", { class: "narrow" }, h("h1", {}, "Returns"), list);
}
