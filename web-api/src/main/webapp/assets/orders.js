// The buyer's orders: what became of them, live, and what can still be done about them.
import { download, follow, get, intent, post } from "./api.js";
import { adjustments, empty, field, form, h, money, notice, paged, reasons, when } from "./dom.js";

const UNSHIPPED = ["PLACED", "CONFIRMED", "PROCESSING"];
const OVER = ["CANCELLED", "RETURNED"];
const ON_THE_WAY = ["PARTIALLY_SHIPPED", "SHIPPED", "DELIVERED"];

const SAID = {
  OrderPlaced: "You ordered",
  OrderConfirmed: "Paid; the goods are kept for you",
  OrderProcessing: "Being made ready",
  OrderShipped: "Something left our house",
  OrderDelivered: "Something arrived",
  OrderCancelled: "Cancelled",
  OrderEdited: "The order was changed",
  OrderRefunded: "Money was given back",
  OrderAdopted: "Taken into your account",
  ReturnRequested: "You want to give something back",
  ReturnApproved: "You may send it back",
  ReturnRefused: "It cannot be given back",
  OrderReturned: "What you sent back has come",
  ReturnCompleted: "The return is settled",
};

export const status = (order) =>
  h("span", { class: "badge" }, order.status.toLowerCase().replaceAll("_", " "));

export async function orders() {
  const list = await paged(
    h("ul", { class: "rows" }),
    (cursor) => get("/orders", { cursor }),
    (one) =>
      h("li", {},
        h("a", { href: "#/order/" + one.id }, one.number),
        h("span", {}, when(one.createdAt)),
        status(one),
        h("span", { class: "price" }, money(one.total))),
    empty("You have no orders yet.", h("a", { href: "#/" }, "Look around")),
  );
  return h("section", { class: "narrow" }, h("h1", {}, "Your orders"), list);
}

export const order = (id, query) => {
  const ending = () => h("p", {}, h("a", { href: "#/orders" }, "All your orders"));
  return orderPage({ path: "/orders/" + id, headers: {}, ending }, query);
};

/**
 * Drawn anew whenever something happens to the order, for as long as it is looked at.
 *
 * @param of where the order is found, which headers open it, and what stands below it
 */
export async function orderPage(of, query) {
  const place = h("div", {});
  let seen;
  const draw = async () => {
    seen = await read(of);
    place.replaceChildren(content(of, seen, query, draw));
  };
  await draw();
  const redraw = () => draw().catch((problem) => notice(problem.message));
  const wanted = () => place.isConnected && !OVER.includes(seen.one.status);
  // by then the page stands
  setTimeout(() => follow(of.path + "/stream", of.headers, seen.history.at(-1).step, redraw, wanted));
  return place;
}

async function read({ path, headers }) {
  const part = (name, query) => get(path + name, query, headers);
  const [one, history, paid, shipped, returned] = await Promise.all([
    part(""),
    part("/history", { limit: 100 }),
    part("/payments"),
    part("/shipments"),
    part("/returns"),
  ]);
  return { one, history: history.items, paid: paid.items, shipped: shipped.items, returned: returned.items };
}

function content(of, { one, history, paid, shipped, returned }, query, again) {
  return h(
    "section",
    { class: "narrow" },
    query?.has("new") && one.status !== "CANCELLED" ? h("p", { class: "done" }, thanks(one)) : null,
    h("h1", {}, "Order " + one.number),
    h("p", {}, when(one.createdAt), " ", status(one)),
    paid.map((payment) => waiting(payment, one)),
    lines(one),
    h("h2", {}, "History"),
    steps(history),
    shipped.length ? [h("h2", {}, "On the way"), h("ul", { class: "rows" }, shipped.map(parcel))] : null,
    h("h2", {}, "Goes to"),
    address(one.shippingAddress),
    actions(of, one, shipped, returned, again),
    of.ending(one),
  );
}

const thanks = (one) =>
  one.status === "PLACED"
    ? "Thank you. Your goods are kept for you until the money has come."
    : "Thank you. Your order is paid, and its goods are kept for you.";

export const lines = (one) => [
  h("ul", { class: "lines" }, one.items.map((line) =>
    h("li", {},
      h("span", { class: "what" }, line.name, h("small", {}, `${line.quantity} × ${money(line.unitPrice)}`), reasons(line)),
      h("span", { class: "price" }, money(line.lineTotal))))),
  adjustments(one),
  h("p", { class: "sum" }, "Total ", h("strong", {}, money(one.total))),
];

export const address = (to) =>
  h("address", {},
    [to.name, to.street, [to.postalCode, to.city].filter(Boolean).join(" "), [to.state, to.country].filter(Boolean).join(", ")]
      .map((text) => h("span", {}, text)));

/** What the buyer has to do before the order is paid. */
function waiting(payment, one) {
  if (payment.status !== "PENDING") {
    return null;
  }
  const until = payment.expiresAt ? [" until ", when(payment.expiresAt)] : "";
  if (payment.transferTo) {
    return transfer(payment, one, until);
  }
  return payment.nextAction?.url
    ? h("p", { class: "alert" }, "Your bank asks you to confirm the payment", until, ". ",
        h("a", { class: "button primary", href: payment.nextAction.url }, "Confirm the payment"))
    : h("p", { class: "hint" }, `We wait for ${money(payment.amount)}`, until, ".");
}

/** All that a bank asks for. */
const transfer = (payment, one, until) =>
  h("div", { class: "hint" },
    h("p", {}, "Pay by bank transfer", until, ". If it comes later, the order is cancelled and the money is put into your balance."),
    h("dl", {},
      [["Amount", money(payment.amount)], ["To", payment.transferTo], ["Reference", one.number]]
        .flatMap(([name, value]) => [h("dt", {}, name), h("dd", {}, value)])));

export const steps = (history) =>
  h("ol", { class: "steps" }, history.map((step) =>
    h("li", {}, h("span", {}, SAID[step.event] ?? step.event), " ", when(step.at),
      step.reason ? h("small", {}, step.reason) : "")));

const parcel = (one) =>
  h("li", {},
    h("span", {}, one.carrier + " ", h("strong", {}, one.trackingNumber)),
    h("span", { class: "badge" }, one.status.toLowerCase()));

function actions(of, one, shipped, returned, again) {
  const possible = [];
  if (!["PLACED", "CANCELLED"].includes(one.status)) {
    possible.push(invoice(of, one));
  }
  if (UNSHIPPED.includes(one.status)) {
    possible.push(cancel(of, again));
  }
  const left = ON_THE_WAY.includes(one.status) ? returnable(one, shipped, returned) : [];
  if (left.length) {
    possible.push(giveBack(of, left, again));
  }
  return possible.length ? [h("h2", {}, "Actions"), ...possible] : null;
}

function invoice(of, one) {
  const button = h("button", { type: "button" }, "Invoice (PDF)");
  button.addEventListener("click", () =>
    download(of.path + "/invoice", one.number + ".pdf", of.headers).catch((problem) => notice(problem.message)));
  return h("p", {}, button);
}

function cancel(of, again) {
  const key = intent();
  return h("details", {},
    h("summary", {}, "Cancel this order"),
    form([field("Why?", "reason", { required: true, maxlength: 500 })], "Cancel the order", async (values) => {
      const body = { reason: values.reason.trim() };
      await post(of.path + "/cancel", body, key(body), of.headers);
      notice("Cancelled. If you have paid, the money is refunded.");
      await again();
    }));
}

const sum = (items, product) =>
  items.filter((item) => item.productId === product).reduce((all, item) => all + Number(item.quantity), 0);

/** What was shipped of each line and is not part of a return yet. */
function returnable(one, shipped, returned) {
  const gone = shipped.flatMap((parcel) => parcel.items);
  const back = returned.filter((one) => one.status !== "REFUSED").flatMap((one) => one.items);
  return one.items
    .map((line) => ({ ...line, left: sum(gone, line.productId) - sum(back, line.productId) }))
    .filter((line) => line.left > 0);
}

function giveBack(of, left, again) {
  const key = intent();
  const fields = left.map((line) =>
    field(`How many of ${line.name}?`, "q." + line.productId,
      { type: "number", min: 0, max: line.left, step: "any", value: 0 }, `up to ${line.left}`));
  return h("details", {},
    h("summary", {}, "Return items"),
    form([...fields, field("Why?", "reason", { required: true, maxlength: 500 })], "Ask to return it", async (values) => {
      const items = left
        .map((line) => ({ productId: line.productId, quantity: Number(values["q." + line.productId]) }))
        .filter((item) => item.quantity > 0);
      const body = { items, reason: values.reason.trim() };
      await post(of.path + "/returns", body, key(body), of.headers);
      notice("We will notify you whether the return is approved.");
      await again();
    }));
}
