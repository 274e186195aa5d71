// The order of somebody without an account, whom the link in their mail leads here.
import { post, session } from "./api.js";
import { h, notice } from "./dom.js";
import { orderPage } from "./orders.js";

const KEY = "orderly.guest-orders";
const MOST = 20;

const known = () => {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? [];
  } catch {
    return [];
  }
};
const others = (id) => known().filter((order) => order.id !== id);

/** Keeps the latest orders that were placed here without an account. */
export const remember = (id, token) =>
  localStorage.setItem(KEY, JSON.stringify([...others(id), { id, token }].slice(-MOST)));

/** Where an order is shown that was placed here without an account; nothing for any other. */
export function linkOf(id) {
  const found = known().find((order) => order.id === id);
  return found && "#/guest-order?" + new URLSearchParams(found);
}

export function guestOrder(_, query) {
  const token = query.get("token");
  const path = "/orders/" + encodeURIComponent(query.get("id"));
  return orderPage({ path, headers: { "Order-Token": token }, ending: (one) => adoption(one, token) }, query);
}

function adoption(one, token) {
  if (!session()) {
    return h("p", { class: "hint" }, h("a", { href: "#/register" }, "Register"), " or ",
      h("a", { href: "#/sign-in" }, "sign in"), " and open the link in your mail to keep the order in your account.");
  }
  const button = h("button", { type: "button" }, "Add it to my account");
  button.addEventListener("click", () =>
    post(`/orders/${one.id}/adopt`, { token })
      .then(() => {
        localStorage.setItem(KEY, JSON.stringify(others(one.id)));
        location.hash = "#/order/" + one.id;
      })
      .catch((problem) => notice(problem.message)));
  return h("p", {}, button);
}
