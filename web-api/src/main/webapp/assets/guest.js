// The order of somebody without an account, whom the link in their mail leads here.
import { get, intent, post, session } from "./api.js";
import { field, form, h, money, notice, when } from "./dom.js";
import { address, lines, status } from "./orders.js";

export async function guestOrder(_, query) {
  const id = query.get("id");
  const token = query.get("token");
  const place = h("section", { class: "narrow" });
  const draw = (one) => place.replaceChildren(...content(one, token, draw));
  draw(await get("/guest/orders/" + id, { token }));
  return place;
}

function content(one, token, draw) {
  return [
    h("h1", {}, "Order " + one.number),
    h("p", {}, when(one.createdAt), " ", status(one)),
    one.status === "PLACED"
      ? h("p", { class: "hint" }, `We wait for ${money(one.total)}`, one.expiresAt ? [" until ", when(one.expiresAt)] : "", ".")
      : "",
    ...lines(one).flat(),
    h("h2", {}, "Goes to"),
    address(one.shippingAddress),
    h("h2", {}, "What you can do"),
    adoption(one, token),
    ["PLACED", "CONFIRMED", "PROCESSING"].includes(one.status) ? cancel(one, token, draw) : "",
  ];
}

function adoption(one, token) {
  if (!session()) {
    return h("p", {}, h("a", { href: "#/register" }, "Register"), " or ", h("a", { href: "#/sign-in" }, "sign in"),
      " and open this link again to keep the order in your account.");
  }
  const button = h("button", { type: "button" }, "Keep it in my account");
  button.addEventListener("click", () =>
    post(`/orders/${one.id}/adopt`, { token })
      .then(() => (location.hash = "#/order/" + one.id))
      .catch((problem) => notice(problem.message)));
  return h("p", {}, button);
}

function cancel(one, token, draw) {
  const key = intent();
  return h("details", {},
    h("summary", {}, "Cancel this order"),
    form([field("Why?", "reason", { required: true, maxlength: 500 })], "Cancel the order", async (values) => {
      const body = { reason: values.reason.trim() };
      draw(await post(`/guest/orders/${one.id}/cancel`, body, key(body), { "Order-Token": token }));
      notice("Cancelled. What you paid is on its way back.");
    }));
}
