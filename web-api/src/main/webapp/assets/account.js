// What is somebody's own: orders, messages, money.
import { get, intent, post } from "./api.js";
import { empty, field, form, h, money, notice, paged, when } from "./dom.js";

export async function orders() {
  const list = await paged(
    h("ul", { class: "rows" }),
    (cursor) => get("/orders", { cursor }),
    (one) =>
      h("li", {},
        h("a", { href: "#/order/" + one.id }, one.number),
        h("span", {}, when(one.createdAt)),
        h("span", { class: "badge" }, one.status.toLowerCase()),
        h("span", { class: "price" }, money(one.total))),
    empty("You have not ordered yet.", h("a", { href: "#/" }, "Look around")),
  );
  return h("section", { class: "narrow" }, h("h1", {}, "Your orders"), list);
}

export async function order(id, query) {
  const one = await get("/orders/" + id);
  const to = one.shippingAddress;
  return h(
    "section",
    { class: "narrow" },
    query.has("new") ? h("p", { class: "done" }, "Thank you. Your order is paid, and its goods are kept for you.") : null,
    h("h1", {}, "Order " + one.number),
    h("p", {}, when(one.createdAt), " ", h("span", { class: "badge" }, one.status.toLowerCase())),
    h("ul", { class: "lines" }, one.items.map((line) =>
      h("li", {},
        h("span", { class: "what" }, line.name, h("small", {}, `${line.quantity} × ${money(line.unitPrice)}`)),
        h("span", { class: "price" }, money(line.lineTotal))))),
    h("p", { class: "sum" }, "Total ", h("strong", {}, money(one.total))),
    h("h2", {}, "Goes to"),
    h("address", {},
      [to.name, to.street, `${to.postalCode} ${to.city}`, [to.state, to.country].filter(Boolean).join(", ")]
        .map((text) => h("span", {}, text))),
    h("p", {}, h("a", { href: "#/orders" }, "All your orders")),
  );
}

export async function inbox() {
  const list = await paged(
    h("ul", { class: "messages" }),
    (cursor) => get("/notifications", { cursor }),
    message,
    empty("No messages yet."),
  );
  return h("section", { class: "narrow" }, h("h1", {}, "Inbox"), list);
}

export function message(one) {
  return h("li", {},
    h("h2", {}, one.subject),
    h("p", { class: "hint" }, when(one.createdAt)),
    h("p", { class: "letter-body" }, one.body.trim()));
}

const KINDS = {
  DEPOSIT: "Deposit",
  WITHDRAWAL: "Withdrawal",
  WITHDRAWAL_REVERSAL: "Withdrawal given back",
  CHARGE: "Order",
};

export async function balance(_, query) {
  const [held, moves] = await Promise.all([
    get("/balance"),
    paged(h("ul", { class: "rows" }), (cursor) => get("/balance/transactions", { cursor }), entry,
      empty("Nothing has moved yet.")),
  ]);
  const key = intent();
  const currency = query.get("currency") || held.balances[0]?.currency || "EUR";
  const deposit = async (values) => {
    const body = { amount: { amount: values.amount.trim(), currency: values.currency.trim().toUpperCase() } };
    const done = await post("/balance/deposit", body, key(body));
    notice("Added " + money(done.amount) + ".");
    dispatchEvent(new HashChangeEvent("hashchange"));
  };
  return h(
    "section",
    { class: "narrow" },
    h("h1", {}, "Your balance"),
    held.balances.length
      ? h("p", { class: "held" }, held.balances.map((amount) => h("strong", {}, money(amount))))
      : h("p", {}, "It is empty."),
    h("h2", {}, "Add money"),
    form(
      [
        h("div", { class: "pair" },
          field("Amount", "amount", { required: true, inputmode: "decimal", pattern: "[0-9]+([.][0-9]+)?", placeholder: "50.00" }),
          field("Currency", "currency", { required: true, value: currency, pattern: "[A-Za-z]{3}", maxlength: 3 })),
      ],
      "Add money",
      deposit,
    ),
    h("h2", {}, "Movements"),
    moves,
  );
}

function entry(one) {
  const charge = one.type === "CHARGE";
  return h("li", {},
    charge ? h("a", { href: "#/order/" + one.reference }, KINDS.CHARGE) : h("span", {}, KINDS[one.type] ?? one.type),
    h("span", {}, when(one.createdAt)),
    h("span", { class: "price" }, money(one.amount)));
}
