// The cart and the way from it to an order.
import { del, get, intent, post, put, session } from "./api.js";
import { empty, field, form, h, money, notice } from "./dom.js";

const PENDING = "orderly.pending";
const listeners = [];

export const onCartChange = (listener) => listeners.push(listener);

function changed(found) {
  listeners.forEach((listener) => listener(found));
  return found;
}

/** Adds to what is there. Who is not signed in does that first, and then it is added. */
export async function addToCart(item, quantity) {
  if (!session()) {
    const { id, name, quantityScale } = item;
    sessionStorage.setItem(PENDING, JSON.stringify({ item: { id, name, quantityScale }, quantity }));
    notice("Sign in or register, and it is in your cart.");
    location.hash = "#/sign-in";
    return;
  }
  try {
    const there = (await get("/cart")).items.find((line) => line.productId === item.id);
    const sum = Number(((there?.quantity ?? 0) + quantity).toFixed(item.quantityScale));
    changed(await put("/cart/items/" + item.id, { quantity: sum }));
    notice("Added to your cart.");
  } catch (problem) {
    notice(problem.message);
  }
}

/** Adds what somebody wanted before signing in; tells whether there was anything. */
export async function addPending() {
  const pending = JSON.parse(sessionStorage.getItem(PENDING) ?? "null");
  sessionStorage.removeItem(PENDING);
  if (pending) {
    await addToCart(pending.item, pending.quantity);
  }
  return pending !== null;
}

export async function cart() {
  const place = h("div", {});
  const draw = (found) => place.replaceChildren(content(found, draw));
  draw(changed(await get("/cart")));
  return place;
}

function content(found, draw) {
  if (found.items.length === 0) {
    return h("section", {}, h("h1", {}, "Your cart"),
      empty("There is nothing in it yet.", h("a", { href: "#/" }, "Look around")));
  }
  const change = (request) =>
    request.then((next) => draw(changed(next))).catch((problem) => {
      notice(problem.message);
      draw(found);
    });
  return h(
    "section",
    { class: "narrow" },
    h("h1", {}, "Your cart"),
    h("ul", { class: "lines" }, found.items.map((line) => row(line, change))),
    h("p", { class: "sum" }, "Total ", h("strong", {}, money(found.total))),
    h("p", { class: "actions" }, h("a", { class: "button primary", href: "#/checkout" }, "Check out")),
  );
}

function row(line, change) {
  const input = h("input", {
    type: "number", min: "0", step: "any", value: line.quantity, "aria-label": "Quantity of " + line.name,
  });
  const address = "/cart/items/" + line.productId;
  input.addEventListener("change", () => {
    const quantity = Number(input.value);
    change(quantity > 0 ? put(address, { quantity }) : del(address));
  });
  const remove = () => change(del(address));
  return h(
    "li",
    {},
    h("div", { class: "what" },
      h("a", { href: "#/product/" + line.productId }, line.name),
      h("small", {}, money(line.unitPrice) + " each")),
    input,
    h("span", { class: "price" }, money(line.lineTotal)),
    h("button", { type: "button", class: "plain", onclick: remove, "aria-label": "Remove " + line.name }, "Remove"),
  );
}

export async function checkout() {
  const [found, held, offered] = await Promise.all([get("/cart"), get("/balance"), get("/checkout/methods")]);
  if (found.items.length === 0) {
    return content(found);
  }
  const key = intent();
  const send = async (values) => {
    const { state, method, ...rest } = values;
    const body = {
      shippingAddress: address(rest, state),
      payment: chosen(method),
      expectedTotal: found.total,
    };
    await requireUnchanged(found);
    const placed = await post("/orders", body, key(body)).catch(explain(found));
    changed({ items: [] });
    location.hash = "#/order/" + placed.id + "?new=1";
  };
  return h(
    "section",
    { class: "narrow" },
    h("h1", {}, "Check out"),
    h("ul", { class: "lines" }, found.items.map((line) =>
      h("li", {}, h("span", { class: "what" }, `${line.quantity} × ${line.name}`),
        h("span", { class: "price" }, money(line.lineTotal))))),
    h("p", { class: "sum" }, "Total ", h("strong", {}, money(found.total))),
    form([...payment(found.total, held.balances, offered), h("h2", {}, "Where it goes"), ...fields()], "Buy now", send),
  );
}

/** What is bought is the cart as it is now, which another tab may have changed. */
async function requireUnchanged(shown) {
  const now = await get("/cart");
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

function payment(total, balances, offered) {
  const held = balances.find((balance) => balance.currency === total?.currency);
  const holds = held ? money(held) : "nothing in " + (total?.currency ?? "this currency");
  const cards = offered.gateway === "sandbox" ? Object.entries(TEST_CARDS) : [];
  const ways = [["wallet", `Your balance (${holds})`], ...cards, ["invoice", "Bank transfer; sent when the money has come"]];
  return [
    h("h2", {}, "How you pay"),
    field("Pay with", "method", { options: ways.map(([value, text]) => h("option", { value }, text)) }),
    h("p", { class: "hint" }, h("a", { href: "#/balance?currency=" + (total?.currency ?? "") }, "Add money to your balance")),
  ];
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
