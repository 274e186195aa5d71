// For admins: integrity checks, stock, alerts; see admin-orders.js, sales.js and admin-system.js for
// the rest.
import { get, intent, post, session, signIn, signOut } from "./api.js";
import { alertBox, empty, field, form, h, money, notice, paged, router, when } from "./dom.js";
import { message } from "./account.js";
import { auditLog } from "./audit.js";
import { secondFactor } from "./sign-in.js";
import { events, transactions } from "./admin-system.js";
import { order, orders, returns } from "./admin-orders.js";
import { sales } from "./sales.js";

const SECTIONS = {
  integrity: "Integrity", sales: "Sales", stock: "Stock", orders: "Orders", returns: "Returns", alerts: "Alerts",
  transactions: "Transactions", events: "Events", audit: "Audit log",
};

function navigation() {
  const here = location.hash.split("?")[0] || "#/integrity";
  const leave = () => {
    signOut();
    again();
  };
  const links = Object.entries(SECTIONS).map(([name, text]) =>
    h("a", { href: "#/" + name, "aria-current": here === "#/" + name && "page" }, text));
  const signOutButton = h("button", { type: "button", class: "plain", onclick: leave }, "Sign out");
  document.getElementById("nav").replaceChildren(...(isAdmin() ? [...links, signOutButton] : []));
}

const isAdmin = () => session()?.me?.roles.includes("admin") ?? false;
const admins = (view) => (...place) => (isAdmin() ? view(...place) : door());

function door() {
  navigation();
  const section = h("section", { class: "slim" });
  const go = secondFactor(section, signIn);
  section.append(
    h("h1", {}, "Admin"),
    session() ? alertBox("You are signed in, but not as an admin.") : "",
    form(
      [
        field("E-mail", "email", { type: "email", required: true, autocomplete: "username" }),
        field("Password", "password", { type: "password", required: true, autocomplete: "current-password" }),
      ],
      "Sign in",
      (values) => go(values.email, values.password),
    ));
  return section;
}

async function integrity() {
  const report = await get("/admin/invariants");
  const broken = report.checks.filter((check) => !check.ok).length;
  const seen = report.complete || report.auditedAt;
  const right = seen ? "All integrity checks pass" : "All checks so far pass";
  const verdict = report.ok ? right : broken === 1 ? "One check fails" : broken + " checks fail";
  return h(
    "section",
    {},
    h("div", { class: "verdict " + (report.ok ? "right" : "wrong") },
      h("h1", {}, verdict),
      h("p", {}, report.complete ? "All checked" : "Partly checked", " over the live databases at ",
        h("strong", {}, new Date(report.checkedAt).toLocaleTimeString()), ". ",
        report.auditedAt ? ["The scan last completed at ", when(report.auditedAt), "."] : "The scan has not completed yet."),
      h("button", { type: "button", onclick: again }, "Check again")),
    h("ul", { class: "checks" }, report.checks.map(check)),
  );
}

function check(one) {
  return h(
    "li",
    { class: one.ok ? "right" : "wrong" },
    h("span", { class: "badge" }, one.id + " " + (one.ok ? "holds" : "broken")),
    h("p", {}, one.name),
    one.ok ? null : h("p", {}, h("strong", {}, one.violations + " violations")),
    one.complete ? null : h("p", {}, h("small", {}, "Checked just now: " + one.reached + ". The rest: "
      + (one.checkedAt ? "the scan last completed at " : "the scan has not completed yet")),
      one.checkedAt ? when(one.checkedAt) : null),
    one.sample.length ? h("ul", {}, one.sample.map((text) => h("li", {}, text))) : null,
  );
}

async function stock(_, query) {
  const q = query.get("q") ?? "";
  const body = h("tbody", {});
  const load = async (cursor) => {
    const page = await get("/products", { q, cursor, limit: 20 });
    const levels = await Promise.all(page.items.map((item) => get("/inventory/" + item.id).catch(() => null)));
    return { ...page, items: page.items.map((item, place) => ({ item, level: levels[place] })) };
  };
  const heads = ["Product", "On hand", "Reserved", "Available", "Warn at", "Adjust"];
  const table = h("table", {},
    h("thead", {}, h("tr", {}, heads.map((text) => h("th", { scope: "col" }, text)))), body);
  const list = await paged(body, load, stockRow, empty("No products match this search."), table);
  const search = h("form", { class: "search inline", role: "search" },
    h("label", { class: "hidden", for: "stock-q" }, "Search products"),
    h("input", { id: "stock-q", name: "q", type: "search", value: q, placeholder: "Search products" }),
    h("button", { type: "submit" }, "Search"));
  search.addEventListener("submit", (event) => {
    event.preventDefault();
    location.hash = "#/stock?" + new URLSearchParams({ q: search.q.value });
  });
  return h("section", {}, h("h1", {}, "Stock"), search, h("div", { class: "wide" }, list));
}

function stockRow({ item, level }) {
  const row = h("tr", {});
  const draw = (now) => {
    const low = now && now.lowStockThreshold !== null && now.available <= now.lowStockThreshold;
    row.className = low ? "low" : "";
    const cell = (name, value) => h("td", { "data-name": name }, value ?? "–");
    row.replaceChildren(
      h("th", { scope: "row" }, item.name, h("small", {}, item.sku + " · " + money(item.price))),
      cell("On hand", now?.onHand),
      cell("Reserved", now?.reserved),
      h("td", { "data-name": "Available" }, now?.available ?? "–", low ? h("span", { class: "badge" }, "low") : ""),
      cell("Warn at", now?.lowStockThreshold),
      h("td", {}, now ? adjust(item, draw) : ""),
    );
  };
  draw(level);
  return row;
}

function adjust(item, draw) {
  const key = intent();
  const input = (name, attributes) => h("input", { name, "aria-label": name + " for " + item.name, required: true, ...attributes });
  const element = h("form", { class: "adjust" },
    input("quantity", { type: "number", step: "any", placeholder: "±" }),
    input("reason", { placeholder: "Reason", maxlength: 200 }),
    h("button", { type: "submit" }, "Adjust"));
  element.addEventListener("submit", async (event) => {
    event.preventDefault();
    const body = { quantity: Number(element.quantity.value), reason: element.reason.value };
    try {
      draw(await post(`/inventory/${item.id}/adjustments`, body, key(body)));
      notice("Adjusted.");
    } catch (problem) {
      notice(problem.message);
    }
  });
  return element;
}

async function alerts() {
  const list = await paged(
    h("ul", { class: "messages" }),
    (cursor) => get("/notifications", { cursor }),
    message,
    empty("No alerts."),
  );
  return h("section", { class: "narrow" }, h("h1", {}, "Alerts"), list);
}

addEventListener("hashchange", navigation);
const views = {
  integrity: admins(integrity), sales: admins(sales), stock: admins(stock), alerts: admins(alerts),
  orders: admins(orders), order: admins(order), returns: admins(returns),
  transactions: admins(transactions(() => again())), events: admins(events(() => again())),
  audit: admins(auditLog),
};
const show = router(views, admins(integrity), door);
function again() {
  navigation();
  show();
}
navigation();
