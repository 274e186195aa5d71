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
const items = (lines) => lines.map(({ productId, quantity }) => ({ productId, quantity }));

export const basket = () => (session() ? get("/cart") : priced(kept()));

/** One change of a guest's cart at a time, in all tabs where the browser can hold them back. */
let last = Promise.resolve();
function inTurn(change) {
  if (navigator.locks) {
    return navigator.locks.request(KEY, change);
  }
  last = last.then(change, change);
  return last;
}

/** Puts so much of a product into it; nothing takes the product out. */
export function setQuantity(productId, quantity, scale) {
  if (session()) {
    const address = "/cart/items/" + productId;
    return quantity > 0 ? put(address, { quantity }) : del(address);
  }
  return inTurn(() => setGuests(productId, () => quantity, scale));
}

/** Adds to what is there. */
export function add(item, quantity) {
  if (session()) {
    return post("/cart/items", { productId: item.id, quantity });
  }
  const sum = (there) => Number((there + quantity).toFixed(item.quantityScale));
  return inTurn(() => setGuests(item.id, sum, item.quantityScale));
}

/** Keeps the changed cart only if its changed line can be ordered. */
async function setGuests(productId, quantity, scale) {
  const lines = kept();
  const there = lines.find((line) => line.productId === productId);
  const line = { productId, quantity: quantity(Number(there?.quantity ?? 0)), scale: scale ?? there?.scale ?? 0 };
  const others = there ? lines.map((one) => (one === there ? line : one)) : [...lines, line];
  const next = others.filter((one) => one.quantity > 0);
  const found = await priced(next);
  const wrong = found.items.find((one) => one.productId === productId)?.refusal;
  if (wrong) {
    throw wrong;
  }
  const sold = found.items.map((item) => item.productId);
  keep(next.filter((one) => sold.includes(one.productId)));
  return found;
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
  if (!isRefusal(problem)) {
    throw problem;
  }
}

const isRefusal = (problem) => problem.status >= 400 && problem.status < 500 && problem.status !== 429;

/** A cart as the shop would show it, at today's prices and without what is no longer sold. */
async function priced(lines) {
  if (lines.length === 0) {
    return { items: [], adjustments: [], total: null, problem: null };
  }
  try {
    return await quote(lines);
  } catch (problem) {
    const gone = problem.code === "unknown-product" ? problem.body.productIds : [];
    if (gone.length) {
      return priced(lines.filter((line) => !gone.includes(line.productId)));
    }
    if (!isRefusal(problem)) {
      throw problem;
    }
    const each = await Promise.all(lines.map(alone));
    const whole = problem.code === "currency-mismatch" ? problem.code : "amount-too-large";
    const found = each.filter((line) => line !== null);
    return { items: found, adjustments: [], total: null, problem: found.find((line) => line.problem)?.problem ?? whole };
  }
}

/** A line by itself, so that one that cannot be priced can be seen and removed. */
async function alone(line) {
  try {
    return (await quote([line])).items[0];
  } catch (problem) {
    if (!isRefusal(problem)) {
      throw problem;
    }
    const item = problem.code === "unknown-product" ? null : await get("/products/" + line.productId).catch(refused);
    return item && {
      productId: line.productId, sku: item.sku, name: item.name, quantity: line.quantity,
      unitPrice: item.price, lineTotal: null, adjustments: [], problem: "amount-too-large", refusal: problem,
    };
  }
}

/** How much of it there is changes with every order of somebody else, and is no part of a cart. */
async function quote(lines) {
  const found = await post("/checkout/quote", { items: items(lines) });
  return {
    items: found.items.map(({ inStock, available, ...line }) => ({ ...line, problem: null })),
    adjustments: found.adjustments,
    total: found.total,
    problem: null,
  };
}
