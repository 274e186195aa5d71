// What is somebody's own: messages and money.
import { get, intent, post } from "./api.js";
import { cardFields, payWith } from "./cards.js";
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
  const [held, offered, moves] = await Promise.all([
    get("/balance"),
    get("/checkout/methods"),
    paged(h("ul", { class: "rows" }), (cursor) => get("/balance/transactions", { cursor }), entry,
      empty("No transactions yet.")),
  ]);
  const key = intent();
  const currency = query.get("currency") || held.balances[0]?.currency || "EUR";
  const cards = await cardFields(offered);
  const amount = (values) => ({ amount: values.amount.trim(), currency: values.currency.trim().toUpperCase() });
  const again = () => dispatchEvent(new HashChangeEvent("hashchange"));
  const deposit = async ({ method, ...values }) => {
    const { token } = await payWith(method, cards);
    const body = { amount: amount(values), token };
    const done = await post("/balance/deposit", body, key(body));
    if (done.nextAction?.url) {
      location.assign(done.nextAction.url);
      return;
    }
    notice(moved(done, "Added", "is on its way to your balance"));
    again();
  };
  const withdraw = async (values) => {
    const body = { amount: amount(values) };
    const done = await post("/balance/withdraw", body, key(body));
    notice(moved(done, "Paid out", "is being paid out"));
    again();
  };
  return h(
    "section",
    { class: "narrow" },
    h("h1", {}, "Your balance"),
    held.balances.length
      ? h("p", { class: "held" }, held.balances.map((one) => h("strong", {}, money(one))))
      : h("p", {}, "It is empty."),
    h("h2", {}, "Add money"),
    cards.ways.length
      ? form([...sum(currency),
          field("Pay with", "method", { options: cards.ways.map(([value, text]) => h("option", { value }, text)) }),
          cards.place], "Add money", deposit)
      : h("p", { class: "hint" }, "Card payments are not available at the moment."),
    held.balances.length
      ? h("details", {}, h("summary", {}, "Withdraw"),
          form(sum(currency, "withdraw-"), "Pay out", withdraw))
      : null,
    h("h2", {}, "Movements"),
    moves,
  );
}

const moved = (done, completed, pending) =>
  done.status === "COMPLETED" ? `${completed} ${money(done.amount)}.` : `${money(done.amount)} ${pending}.`;

/** An amount and its currency; a prefix keeps the fields of two forms apart. */
function sum(currency, prefix = "") {
  const one = field("Amount", "amount",
    { required: true, inputmode: "decimal", pattern: "[0-9]+([.][0-9]+)?", placeholder: "50.00", id: "f-" + prefix + "amount" });
  const other = field("Currency", "currency",
    { required: true, value: currency, pattern: "[A-Za-z]{3}", maxlength: 3, id: "f-" + prefix + "currency" });
  return [h("div", { class: "pair" }, one, other)];
}

function entry(one) {
  const charge = one.kind === "CHARGE";
  return h("li", {},
    charge ? h("a", { href: "#/order/" + one.reference }, KINDS.CHARGE) : h("span", {}, KINDS[one.kind] ?? one.kind),
    h("span", {}, when(one.createdAt)),
    h("span", { class: "price" }, money(one.amount)));
}
