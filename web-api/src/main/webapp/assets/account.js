// What is somebody's own: messages and money.
import { get, intent, post } from "./api.js";
import { empty, field, form, h, money, notice, paged, when } from "./dom.js";

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
  HOLD: "Held for an order",
  RELEASE: "No longer held",
  REFUND: "Given back",
  REVERSAL: "Corrected",
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
  const charge = one.kind === "CHARGE";
  return h("li", {},
    charge ? h("a", { href: "#/order/" + one.reference }, KINDS.CHARGE) : h("span", {}, KINDS[one.kind] ?? one.kind),
    h("span", {}, when(one.createdAt)),
    h("span", { class: "price" }, money(one.amount)));
}
