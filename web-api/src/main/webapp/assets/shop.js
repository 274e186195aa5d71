// The storefront: which view answers which address, and what stands above all of them.
import { session, signOut } from "./api.js";
import { h, notice, router } from "./dom.js";
import { catalogue, product } from "./catalogue.js";
import { basket } from "./basket.js";
import { cart, onCartChange } from "./cart.js";
import { checkout } from "./checkout.js";
import { balance, inbox } from "./account.js";
import { guestOrder, linkOf } from "./guest.js";
import { order, orders } from "./orders.js";
import { forgot, register, signInView } from "./sign-in.js";

const views = {
  product,
  cart,
  checkout,
  orders: members(orders),
  order: members(order),
  balance: members(balance),
  inbox: members(inbox),
  "guest-order": guestOrder,
  "sign-in": () => signInView(),
  register: () => register(),
  forgot: () => forgot(),
};

/** Views that are somebody's own ask who that is first. */
function members(view) {
  return (...place) => (session() ? view(...place) : signInView());
}

// a bank that asked the buyer sends them back here
const returned = new URLSearchParams(location.search).get("order");
if (returned) {
  history.replaceState(null, "", "/" + (linkOf(returned) ?? "#/order/" + encodeURIComponent(returned)));
}

const search = document.getElementById("search");
search.addEventListener("submit", (event) => {
  event.preventDefault();
  location.hash = "#/?" + new URLSearchParams({ q: search.q.value.trim() });
});

function navigation(count) {
  const who = session();
  const link = (address, text) => {
    const here = location.hash.split("?")[0] === address;
    return h("a", { href: address, "aria-current": here && "page" }, text);
  };
  const basket = link("#/cart", "Cart");
  if (count) {
    const said = count === 1 ? "1 product" : count + " products";
    basket.append(h("b", { class: "count" }, String(count), h("span", { class: "hidden" }, " (" + said + ")")));
  }
  const leave = () => {
    signOut();
    notice("You are signed out.");
    location.hash = "#/";
    refresh();
  };
  document.getElementById("nav").replaceChildren(
    ...(who
      ? [
          link("#/orders", "Orders"),
          link("#/inbox", "Inbox"),
          link("#/balance", "Balance"),
          h("a", { href: "/account/" }, "Account"),
          basket,
          h("button", { type: "button", class: "plain", onclick: leave }, "Sign out"),
        ]
      : [link("#/sign-in", "Sign in"), link("#/register", "Register"), basket]),
  );
}

let count = 0;
async function refresh() {
  navigation(count);
  count = await basket().then((found) => found.items.length, () => 0);
  navigation(count);
}

onCartChange((found) => navigation((count = found.items.length)));
addEventListener("hashchange", () => {
  search.q.value = new URLSearchParams(location.hash.split("?")[1]).get("q") ?? "";
  navigation(count);
});
addEventListener("signed-in", refresh);
refresh();
router(views, catalogue, signInView);
