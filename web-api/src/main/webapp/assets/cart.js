// The cart: what is in it, and how it changes.
import { add, basket, setQuantity } from "./basket.js";
import { adjustments, alertBox, empty, h, money, notice, reasons } from "./dom.js";

const listeners = [];

export const onCartChange = (listener) => listeners.push(listener);

export function changed(found) {
  listeners.forEach((listener) => listener(found));
  return found;
}

export async function addToCart(item, quantity) {
  try {
    changed(await add(item, quantity));
    notice("Added to your cart.");
  } catch (problem) {
    notice(problem.message);
  }
}

export async function cart() {
  const place = h("div", {});
  const draw = (found) => place.replaceChildren(content(found, draw));
  draw(changed(await basket()));
  return place;
}

export const nothingInIt = () =>
  h("section", {}, h("h1", {}, "Your cart"),
    empty("Your cart is empty.", h("a", { href: "#/" }, "Look around")));

const PROBLEMS = {
  "amount-too-large": "This costs more than one order can. Choose a smaller quantity, or remove something.",
  "currency-mismatch": "An order has prices in one currency. Remove what is priced in another.",
  "fraction-not-sold": "Something is not sold in this quantity any more. Change it, or remove it.",
  "invalid-adjustments": "The shop cannot price this cart at the moment.",
};
const LINE_PROBLEMS = {
  "amount-too-large": "too much for one order",
  "fraction-not-sold": "not sold in this quantity any more",
};

function content(found, draw) {
  if (found.items.length === 0) {
    return nothingInIt();
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
    found.problem ? alertBox(PROBLEMS[found.problem] ?? "This cart cannot be ordered.") : null,
    adjustments(found),
    h("p", { class: "sum" }, "Total ", h("strong", {}, money(found.total))),
    found.problem
      ? null
      : h("p", { class: "actions" }, h("a", { class: "button primary", href: "#/checkout" }, "Check out")),
  );
}

function row(line, change) {
  const input = h("input", {
    type: "number", min: "0", step: "any", value: line.quantity, "aria-label": "Quantity of " + line.name,
  });
  input.addEventListener("change", () => change(setQuantity(line.productId, Number(input.value))));
  const remove = () => change(setQuantity(line.productId, 0));
  return h(
    "li",
    {},
    h("div", { class: "what" },
      h("a", { href: "#/product/" + line.productId }, line.name),
      h("small", {}, money(line.unitPrice) + " each"),
      reasons(line),
      line.problem ? h("small", { class: "wrong" }, LINE_PROBLEMS[line.problem] ?? "cannot be ordered") : null),
    input,
    h("span", { class: "price" }, money(line.lineTotal)),
    h("button", { type: "button", class: "plain", onclick: remove, "aria-label": "Remove " + line.name }, "Remove"),
  );
}
