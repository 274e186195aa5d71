// Looking for products.
import { get, put, session } from "./api.js";
import { alertBox, empty, h, money, notice, paged, signInAndBack } from "./dom.js";
import { addToCart } from "./cart.js";

export async function catalogue(_, query) {
  const q = query.get("q") ?? "";
  const category = query.get("category") ?? "";
  const tree = await get("/categories");
  const grid = h("ul", { class: "grid" });
  const list = await paged(
    grid,
    (cursor) => get("/products", { q, category, cursor, limit: 24 }),
    card,
    empty("No products match this search.", h("a", { href: "#/" }, "Show all products")),
  );
  return h(
    "div",
    { class: "shelves" },
    h("nav", { class: "categories", "aria-label": "Categories" }, branches(tree.items, category, q)),
    h("section", {}, h("h1", {}, title(q, category, tree.items)), list),
  );
}

function title(q, category, roots) {
  const name = find(roots, category)?.name;
  if (q) {
    return `Results for “${q}”` + (name ? ` in ${name}` : "");
  }
  return name ?? (category || "Everything");
}

function find(nodes, path) {
  for (const node of nodes) {
    const found = node.path === path ? node : find(node.children, path);
    if (found) {
      return found;
    }
  }
  return null;
}

/** Only the branch that one stands on is unfolded. */
function branches(nodes, chosen, q, depth = 0) {
  const link = (path, name, number) =>
    h(
      "a",
      {
        href: "#/?" + new URLSearchParams({ ...(q && { q }), ...(path && { category: path }) }),
        "aria-current": path === chosen && "true",
      },
      name,
      number === undefined ? "" : h("span", {}, " " + number),
    );
  const items = nodes.map((node) => {
    const open = chosen === node.path || chosen.startsWith(node.path + "/");
    return h(
      "li",
      {},
      link(node.path, node.name, q ? undefined : node.productCount),
      open && node.children.length ? branches(node.children, chosen, q, depth + 1) : null,
    );
  });
  return h("ul", {}, depth === 0 ? h("li", {}, link("", "Everything")) : null, items);
}

function picture(item, attributes) {
  const holder = h("div", { class: "picture" });
  if (item.imageUrl) {
    const image = h("img", { src: item.imageUrl, alt: "", referrerpolicy: "no-referrer", ...attributes });
    image.addEventListener("error", () => image.replaceWith(letter(item)));
    holder.append(image);
  } else {
    holder.append(letter(item));
  }
  return holder;
}

const letter = (item) => h("span", { class: "letter", "aria-hidden": "true" }, item.name.slice(0, 1));

function card(item) {
  return h(
    "li",
    { class: "card" },
    picture(item, { loading: "lazy", width: 240, height: 240 }),
    h(
      "div",
      { class: "text" },
      h("p", { class: "brand-name" }, item.brand ?? ""),
      h("h2", {}, h("a", { href: "#/product/" + item.id }, item.name)),
      h("p", { class: "price" }, money(item.price)),
    ),
    h(
      "button",
      { type: "button", "aria-label": "Add to cart: " + item.name, onclick: () => addToCart(item, 1) },
      "Add to cart",
    ),
  );
}

export async function product(id) {
  const [item, stock] = await Promise.all([
    get("/products/" + id),
    get("/inventory/" + id).catch(() => null),
  ]);
  const soldOut = stock !== null && stock.available <= 0;
  return h(
    "article",
    { class: "product" },
    picture(item, { width: 520, height: 520 }),
    h(
      "div",
      {},
      crumbs(item.categories),
      h("h1", {}, item.name),
      h("p", { class: "brand-name" }, [item.brand, "No. " + item.sku].filter(Boolean).join(" · ")),
      h("p", { class: "price big" }, money(item.price)),
      stock ? availability(stock) : alertBox("Availability is unknown at the moment."),
      soldOut ? backInStock(item) : buy(item),
      item.description.split(/\n+/).filter(Boolean).map((text) => h("p", { class: "prose" }, text)),
    ),
  );
}

function crumbs(names) {
  const links = names.map((name, depth) =>
    h("a", { href: "#/?" + new URLSearchParams({ category: names.slice(0, depth + 1).join("/") }) }, name),
  );
  return h("nav", { class: "crumbs", "aria-label": "Category" }, links);
}

function availability(stock) {
  if (stock.available <= 0) {
    return h("p", { class: "stock out" }, "Sold out");
  }
  const few = stock.available <= 5;
  return h("p", { class: few ? "stock few" : "stock" }, few ? `Only ${stock.available} left` : "In stock");
}

/** Asks to be notified once when the product is available again. */
function backInStock(item) {
  const button = h("button", { type: "button", onclick: ask }, "Tell me when it is back");
  async function ask() {
    if (!session()) {
      location.hash = signInAndBack();
      return;
    }
    try {
      await put(`/inventory/${item.id}/back-in-stock`);
      button.replaceWith(h("p", { role: "status" }, "We will tell you once, as soon as it is available."));
    } catch (problem) {
      notice(problem.message);
    }
  }
  return h("div", { class: "buy" }, button);
}

function buy(item) {
  const step = (1 / 10 ** item.quantityScale).toFixed(item.quantityScale);
  const input = h("input", { id: "quantity", type: "number", min: step, step, value: "1", required: true });
  const element = h(
    "form",
    { class: "buy" },
    h("label", { for: "quantity" }, "Quantity"),
    input,
    h("button", { type: "submit", class: "primary" }, "Add to cart"),
  );
  element.addEventListener("submit", (event) => {
    event.preventDefault();
    addToCart(item, Number(input.value));
  });
  return element;
}
