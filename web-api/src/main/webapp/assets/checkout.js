// The way from the cart to an order, with an account or as a guest.
import { basket, emptyGuests } from "./basket.js";
import { changed, nothingInIt } from "./cart.js";
import { get, intent, post, postFor, session } from "./api.js";
import { field, form, h, money } from "./dom.js";
import { remember } from "./guest.js";

export async function checkout() {
  const member = session() !== null;
  const [found, held, offered] = await Promise.all([
    basket(),
    member ? get("/balance") : null,
    get("/checkout/methods"),
  ]);
  if (found.items.length === 0) {
    return nothingInIt();
  }
  const key = intent();
  const send = async ({ email, state, method, ...rest }) => {
    const body = { shippingAddress: address(rest, state), payment: chosen(method), expectedTotal: found.total };
    await requireUnchanged(found);
    location.hash = member
      ? await order(body, key).catch(explain(found))
      : await guestOrder({ ...body, email: email.trim(), items: wished(found) }, key).catch(explain(found));
    changed({ items: [] });
  };
  return h(
    "section",
    { class: "narrow" },
    h("h1", {}, "Check out"),
    h("ul", { class: "lines" }, found.items.map((line) =>
      h("li", {}, h("span", { class: "what" }, `${line.quantity} × ${line.name}`),
        h("span", { class: "price" }, money(line.lineTotal))))),
    h("p", { class: "sum" }, "Total ", h("strong", {}, money(found.total))),
    form([
      ...(member ? [] : guest()),
      ...payment(found.total, held?.balances, offered),
      h("h2", {}, "Where it goes"),
      ...fields(),
    ], "Buy now", send),
  );
}

async function order(body, key) {
  const placed = await post("/orders", body, key(body));
  return "#/order/" + placed.id + "?new=1";
}

/** Whoever has the token has the order, so it is kept here for the way back from a bank. */
async function guestOrder(body, key) {
  const [placed, token] = await postFor("Order-Token", "/guest/orders", body, key(body));
  remember(placed.id, token);
  emptyGuests();
  return "#/guest-order?" + new URLSearchParams({ id: placed.id, token, new: 1 });
}

const wished = (found) => found.items.map(({ productId, quantity }) => ({ productId, quantity }));

const guest = () => [
  h("h2", {}, "Who you are"),
  h("p", { class: "hint" }, "You need no account. ",
    h("a", { href: "#/sign-in" }, "Sign in"), " if you have one; your cart comes along."),
  field("E-mail", "email", { type: "email", required: true, autocomplete: "email", maxlength: 254 },
    "We send you a link to your order"),
];

/** What is bought is the cart as it is now, which another tab may have changed. */
async function requireUnchanged(shown) {
  const now = await basket();
  if (now.items.length && JSON.stringify(now) !== JSON.stringify(shown)) {
    throw new Error("Your cart or a price has changed. Reload the page to see what you buy.");
  }
}

function address(values, state) {
  const given = Object.entries(values).map(([name, value]) => [name.split(".")[1], value.trim()]);
  return { ...Object.fromEntries(given), state: state?.trim() || null };
}

/** Cards of the gateway that moves no real money; another gateway's own page would name them. */
const TEST_CARDS = {
  tok_ok: "Test card",
  tok_step: "Test card whose bank asks first",
  tok_decline: "Test card that is declined",
};

const chosen = (method) => (method.startsWith("tok_") ? { method: "card", token: method } : { method });

/** Guests have no balance. */
function payment(total, balances, offered) {
  const open = (method) => offered.methods.includes(method);
  const cards = open("card") && offered.gateway === "sandbox" ? Object.entries(TEST_CARDS) : [];
  const transfer = ["invoice", "Bank transfer; sent when the money has come"];
  const ways = [
    ...(balances && open("wallet") ? [wallet(total, balances)] : []),
    ...cards,
    ...(open("invoice") ? [transfer] : []),
  ];
  return [
    h("h2", {}, "How you pay"),
    field("Pay with", "method", { options: ways.map(([value, text]) => h("option", { value }, text)) }),
    balances
      ? h("p", { class: "hint" }, h("a", { href: "#/balance?currency=" + (total?.currency ?? "") }, "Add money to your balance"))
      : null,
  ];
}

function wallet(total, balances) {
  const held = balances.find((balance) => balance.currency === total?.currency);
  const holds = held ? money(held) : "nothing in " + (total?.currency ?? "this currency");
  return ["wallet", `Your balance (${holds})`];
}

function explain(found) {
  return (problem) => {
    if (problem.code === "insufficient-stock") {
      const name = (id) => found.items.find((line) => line.productId === id)?.name ?? "a product";
      problem.message = problem.body.items
        .map((item) => `There are ${item.available} of ${name(item.productId)}.`)
        .join(" ");
    }
    throw problem;
  };
}

function fields() {
  const me = session()?.me;
  const at = (name) => "shippingAddress." + name;
  return [
    field("Name", at("name"), { required: true, autocomplete: "name", value: me?.name, maxlength: 200 }),
    field("Street and number", at("street"), { required: true, autocomplete: "street-address", maxlength: 200 }),
    h("div", { class: "pair" },
      field("Postal code", at("postalCode"), { required: true, autocomplete: "postal-code", maxlength: 200 }),
      field("City", at("city"), { required: true, autocomplete: "address-level2", maxlength: 200 })),
    h("div", { class: "pair" },
      field("State (if any)", "state", { autocomplete: "address-level1", maxlength: 200 }),
      field("Country", at("country"), { required: true, autocomplete: "country", options: countries() })),
  ];
}

/** What the browser knows as a country, less codes that are something else or no longer in use. */
function countries() {
  const names = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
  const none = ["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"];
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const own = navigator.language.split("-")[1];
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => !none.includes(code) && names.of(code))
    .filter((code) => new Intl.Locale("und-" + code).region === code)
    .map((code) => ({ code, name: names.of(code) }))
    .sort((one, other) => one.name.localeCompare(other.name))
    .map(({ code, name }) => h("option", { value: code, selected: code === own }, name));
}
