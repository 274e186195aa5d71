// For admins: what is sold, by interval, product and category.
import { get, shopZone } from "./api.js";
import { empty, field, h, money } from "./dom.js";

const INTERVALS = ["day", "week", "month"];
const COLUMNS = ["Revenue", "", "Orders", "Average", "Units", "Refunded", "New customers", "Returning"];

function asked(query) {
  const zone = shopZone();
  return {
    interval: query.get("interval") ?? "day",
    zone: query.get("zone") || zone,
    ...(query.get("from") && { from: query.get("from") }),
    ...(query.get("to") && { to: query.get("to") }),
  };
}

export async function sales(_, query) {
  const what = asked(query);
  const { interval, ...period } = what;
  const [report, products, categories] = await Promise.all([
    get("/admin/analytics/sales", what),
    get("/admin/analytics/products", { ...period, limit: 10 }),
    get("/admin/analytics/categories", { ...period, limit: 10 }),
  ]);
  return h("section", {},
    h("h1", {}, "Sales"),
    choice(what),
    report.currencies.length ? report.currencies.flatMap(figures) : empty("No sales in this period."),
    best("Products", products.items, (one) => [one.name, h("small", {}, one.sku)]),
    best("Categories", categories.items, (one) => [one.category.join(" / ") || "In none"]));
}

function choice(what) {
  const options = INTERVALS.map((one) => h("option", { value: one, selected: one === what.interval }, one));
  const element = h("form", { class: "filters" },
    field("By", "interval", { options }),
    field("From", "from", { type: "date", value: what.from }),
    field("To", "to", { type: "date", value: what.to }),
    field("Zone", "zone", { value: what.zone }),
    h("button", { type: "submit" }, "Show"));
  element.addEventListener("submit", (event) => {
    event.preventDefault();
    const given = [...new FormData(element)].filter(([, value]) => value);
    location.hash = "#/sales?" + new URLSearchParams(given);
  });
  return element;
}

/** The latest first; intervals in which nothing happened are left out. */
function figures({ currency, total, intervals }) {
  const most = Math.max(...intervals.map((one) => Number(one.revenue.amount)), 0.01);
  const told = intervals.filter((one) => one.orders || one.refunds).reverse();
  return [
    h("h2", {}, currency),
    h("div", { class: "wide" },
      h("table", {},
        h("thead", {}, h("tr", {}, ["", ...COLUMNS].map((text) => h("th", { scope: "col" }, text)))),
        h("tbody", {}, row("All", total, null), told.map((one) => row(one.day, one, most))))),
  ];
}

function row(name, one, most) {
  const cell = (label, value) => h("td", { "data-name": label }, value);
  return h("tr", {},
    h("th", { scope: "row" }, name),
    cell("Revenue", one.revenue.amount),
    h("td", {}, most ? h("meter", { min: 0, max: most, value: one.revenue.amount, "aria-hidden": "true" }) : ""),
    cell("Orders", one.orders),
    cell("Average", one.averageValue.amount),
    cell("Units", one.units),
    cell("Refunded", one.refunded.amount),
    cell("New customers", one.newCustomers),
    cell("Returning", one.returningCustomers));
}

function best(title, items, name) {
  return items.length
    ? [h("h2", {}, title),
       h("ul", { class: "lines" }, items.map((one) =>
         h("li", {},
           h("span", { class: "what" }, name(one), h("small", {}, one.units + " units")),
           h("span", { class: "price" }, money(one.revenue)))))]
    : null;
}
