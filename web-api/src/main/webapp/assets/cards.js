// Paying by card: which cards the shop's payment gateway lets one choose, and how.
import { h } from "./dom.js";

export const CARD = "card";

/** Cards of the gateway that moves no real money. */
const TEST_CARDS = {
  tok_ok: "Test card",
  tok_step: "Test card whose bank asks first",
  tok_decline: "Test card that is declined",
};

const NO_CARDS = { ways: [], place: null, chosen: () => null };

/**
 * What the gateway offers: ways to choose between, a place for its own fields, and the payment that
 * is chosen in the end. A card's number never comes to the shop.
 *
 * @param offered the answer of /checkout/methods
 */
export async function cardFields(offered) {
  if (offered.gateway === "sandbox") {
    return { ways: Object.entries(TEST_CARDS), place: null, chosen: () => null };
  }
  if (offered.gateway !== "stripe" || !offered.publishableKey) {
    return NO_CARDS;
  }
  try {
    return await stripeFields(offered.publishableKey);
  } catch {
    return { ...NO_CARDS, place: h("p", { class: "hint" }, "Card payments are not available at the moment.") };
  }
}

/** The payment for a chosen way: a test card, the gateway's own fields, or no card at all. */
export async function payWith(way, cards) {
  if (way === CARD) {
    return { method: CARD, token: await cards.chosen() };
  }
  return way.startsWith("tok_") ? { method: CARD, token: way } : { method: way };
}

async function stripeFields(key) {
  await script("https://js.stripe.com/v3/");
  const stripe = globalThis.Stripe(key);
  const card = stripe.elements().create("card");
  const holder = h("div", { class: "card-fields" });
  card.mount(holder);
  const chosen = async () => {
    const { error, paymentMethod } = await stripe.createPaymentMethod({ type: "card", card });
    if (error) {
      throw new Error(error.message);
    }
    return paymentMethod.id;
  };
  return { ways: [[CARD, "Card"]], place: holder, chosen };
}

/** The gateway's own program, which the shop's content security policy lets in if it is configured. */
const script = (src) =>
  new Promise((loaded, failed) => {
    if (document.querySelector(`script[src="${src}"]`) && globalThis.Stripe) {
      loaded();
      return;
    }
    const element = h("script", { src });
    element.addEventListener("load", loaded);
    element.addEventListener("error", failed);
    document.head.append(element);
  });
