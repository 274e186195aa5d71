// The way from the cart to an order, with an account or as a guest.
import { basket, emptyGuests } from "./basket.js";
import { attemptOf, resend, sendOnce } from "./attempt.js";
import { cardFields, payWith } from "./cards.js";
import { cart, changed, nothingInIt } from "./cart.js";
import { countries, postalCodeByCountry } from "./countries.js";
import { get, post, postFor, session } from "./api.js";
import { adjustments, field, form, h, money, notice, reasons, signInAndBack } from "./dom.js";
import { remember } from "./guest.js";

export async function checkout() {
  const memberId = session()?.me?.id;
  const member = session() !== null;
  const [found, held, offered] = await Promise.all([
    basket(),
    member ? get("/balance") : null,
    get("/checkout/methods"),
  ]);
  if (found.items.length === 0) {
    return (await unanswered(memberId)) ?? nothingInIt();
  }
  if (found.problem) {
    return cart();
  }
  const cards = await cardFields(offered);
  const send = async ({ email, state, method, ...rest }) => {
    try {
      await requireUnchanged(found);
      const payment = await payWith(method, cards);
      const body = { shippingAddress: address(rest, state), payment, expectedTotal: found.total };
      const whole = member ? body : { ...body, email: email.trim(), items: wished(found) };
      const buyer = member ? memberId : whole.email;
      location.hash = await sendOnce(buyer, wished(found), whole, sender(member));
    } catch (problem) {
      throw explained(problem, found);
    }
    forgetFields();
    changed({ items: [] });
  };
  const element = form([
    ...(member ? [] : guest()),
    ...payment(found.total, held?.balances, offered, cards),
    h("h2", {}, "Shipping address"),
    ...fields(),
  ], "Buy now", send);
  postalCodeByCountry(keepFields(element), "shippingAddress.postalCode", "shippingAddress.country");
  return h(
    "section",
    { class: "narrow" },
    h("h1", {}, "Check out"),
    attemptOf(memberId) ? sentBefore(member) : null,
    h("ul", { class: "lines" }, found.items.map((line) =>
      h("li", {}, h("span", { class: "what" }, `${line.quantity} × ${line.name}`, reasons(line)),
        h("span", { class: "price" }, money(line.lineTotal))))),
    adjustments(found),
    h("p", { class: "sum" }, "Total ", h("strong", {}, money(found.total))),
    element,
  );
}

const sender = (member) => (member ? order : guestOrder);

async function order(body, key) {
  const placed = await post("/orders", body, key);
  return "#/order/" + placed.id + "?new=1";
}

/** Whoever has the token has the order, so it is kept here for the way back from a bank. */
async function guestOrder(body, key) {
  const [placed, token] = await postFor("Order-Token", "/guest/orders", body, key);
  remember(placed.id, token);
  emptyGuests();
  return "#/guest-order?" + new URLSearchParams({ id: placed.id, token, new: 1 });
}

/** A member's cart is empty as soon as it is ordered, also if the answer was not waited for. */
async function unanswered(memberId) {
  if (!memberId || !attemptOf(memberId)) {
    return null;
  }
  const address = await resend(order).catch(() => null);
  return address && h("section", {}, h("h1", {}, "Your order was placed"),
    h("p", {}, "The page was reloaded before the answer arrived. ", h("a", { href: address }, "See your order")));
}

/** After a reload while an order was on its way; buying again would go on with that order as well. */
function sentBefore(member) {
  const look = h("button", { type: "button" }, "Continue with that order");
  look.addEventListener("click", async () => {
    look.disabled = true;
    try {
      location.hash = await resend(sender(member));
      changed({ items: [] });
    } catch (problem) {
      notice(problem.message);
      look.disabled = false;
    }
  });
  return h("div", { class: "alert", role: "status" },
    h("p", {}, "You have sent this order already and left before the answer arrived. It may have been placed."),
    look);
}

const wished = (found) => found.items.map(({ productId, quantity }) => ({ productId, quantity }));

const guest = () => [
  h("h2", {}, "Who you are"),
  h("p", { class: "hint" }, "You need no account. ",
    h("a", { href: signInAndBack() }, "Sign in"), " if you have one; your cart comes along."),
  field("E-mail", "email", { type: "email", required: true, autocomplete: "email", maxlength: 254 },
    "We send you a link to your order"),
];

/** What is bought is the cart as it is now, which another tab may have changed. */
async function requireUnchanged(shown) {
  const now = await basket();
  if (now.items.length && JSON.stringify(now) !== JSON.stringify(shown)) {
    throw new Error("Your cart or a price has changed. Reload the page to see the new total.");
  }
}

function address(values, state) {
  const given = Object.entries(values)
    .filter(([name]) => name.startsWith("shippingAddress."))
    .map(([name, value]) => [name.split(".")[1], value.trim()]);
  return { ...Object.fromEntries(given), state: state?.trim() || null };
}

/** Guests have no balance. */
function payment(total, balances, offered, cards) {
  const open = (method) => offered.methods.includes(method);
  const transfer = ["invoice", "Bank transfer; sent when the money has come"];
  const ways = [
    ...(balances && open("wallet") ? [wallet(total, balances)] : []),
    ...(open("card") ? cards.ways : []),
    ...(open("invoice") ? [transfer] : []),
  ];
  return [
    h("h2", {}, "How you pay"),
    field("Pay with", "method", { required: true, options: ways.map(([value, text]) => h("option", { value }, text)) }),
    cards.place,
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

function explained(problem, found) {
  if (problem.code === "insufficient-stock") {
    const name = (id) => found.items.find((line) => line.productId === id)?.name ?? "a product";
    problem.message = problem.body.items
      .map((item) => `There are ${item.available} of ${name(item.productId)}.`)
      .join(" ");
  }
  if (problem.status === 401) {
    notice("Your session has ended. Sign in to continue: your entries are kept.");
    location.hash = signInAndBack();
  }
  return problem;
}

const FIELDS = "orderly.checkout";

/** What was filled in survives a reload and a sign-in in this tab. */
function keepFields(element) {
  const kept = JSON.parse(sessionStorage.getItem(FIELDS) ?? "{}");
  for (const control of element.elements) {
    const value = kept[control.name];
    if (value !== undefined && (!control.options || [...control.options].some((one) => one.value === value))) {
      control.value = value;
    }
  }
  element.addEventListener("input", () =>
    sessionStorage.setItem(FIELDS, JSON.stringify(Object.fromEntries(new FormData(element)))));
  return element;
}

const forgetFields = () => sessionStorage.removeItem(FIELDS);

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
