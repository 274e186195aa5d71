// What somebody is about to buy: the shop keeps it for an account, this browser for a guest.
import { del, get, post, put, session } from "./api.js";

const KEY = "orderly.cart";

const kept = () => {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? [];
  } catch {
    return [];
  }
};
const keep = (lines) => localStorage.setItem(KEY, JSON.stringify(lines));
const wished = (lines) => lines.map(({ productId, quantity }) => ({ productId, quantity }));

export const basket = () => (session() ? get("/cart") : priced(kept()));

/** Puts so much of a product into it; nothing takes the product out. */
export async function setQuantity(productId, quantity, scale) {
  if (session()) {
    const address = "/cart/items/" + productId;
    return quantity > 0 ? put(address, { quantity }) : del(address);
  }
  const lines = kept();
  const there = lines.find((line) => line.productId === productId);
  const line = { productId, quantity, scale: scale ?? there?.scale ?? 0 };
  const others = there ? lines.map((one) => (one === there ? line : one)) : [...lines, line];
  const next = others.filter((one) => one.quantity > 0);
  const found = await priced(next);
  const sold = found.items.map((item) => item.productId);
  keep(next.filter((one) => sold.includes(one.productId)));
  return found;
}

/** Adds to what is there. */
export async function add(item, quantity) {
  const there = (session() ? (await get("/cart")).items : kept()).find((line) => line.productId === item.id);
  const sum = Number((Number(there?.quantity ?? 0) + quantity).toFixed(item.quantityScale));
  return setQuantity(item.id, sum, item.quantityScale);
}

export const emptyGuests = () => localStorage.removeItem(KEY);

/** Moves what was chosen before signing in into the account's cart; tells whether there was anything. */
export async function takeAlong() {
  const lines = kept();
  for (const line of lines) {
    await add({ id: line.productId, quantityScale: line.scale }, line.quantity).catch(refused);
    keep(kept().filter((one) => one.productId !== line.productId));
  }
  return lines.length > 0;
}

/** What the shop does not take, such as what it no longer sells, is left out; a failure is not. */
function refused(problem) {
  if (!(problem.status >= 400 && problem.status < 500)) {
    throw problem;
  }
}

/** A cart as the shop would show it, at today's prices and without what is no longer sold. */
async function priced(lines) {
  if (lines.length === 0) {
    return { items: [], total: null };
  }
  try {
    return await quote(lines);
  } catch (problem) {
    const gone = problem.code === "unknown-product" ? problem.body.productIds : [];
    if (gone.length) {
      return priced(lines.filter((line) => !gone.includes(line.productId)));
    }
    if (problem.code !== "currency-mismatch") {
      throw problem;
    }
    const each = await Promise.all(lines.map((line) => quote([line])));
    return { items: each.flatMap((one) => one.items), total: null };
  }
}

/** How much of it there is changes with every order of somebody else, and is no part of a cart. */
async function quote(lines) {
  const { items, total } = await post("/checkout/quote", { items: wished(lines) });
  return { items: items.map(({ inStock, available, ...line }) => line), total };
}
