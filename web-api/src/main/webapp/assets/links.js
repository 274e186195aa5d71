// Where the links in mails lead.
import { get, post } from "./api.js";
import { alertBox, form, h } from "./dom.js";
import { newPassword, signInWithCode, termsForm } from "./sign-in.js";

const page = (title, ...children) => h("section", { class: "slim" }, h("h1", {}, title), ...children);
const go = (address, text) => h("p", {}, h("a", { class: "button", href: address }, text));

/** Asks once; a link that does not work says what to do instead. */
async function follow(ask, whenDone, instead) {
  try {
    await ask();
    return whenDone();
  } catch (problem) {
    return page("This link does not work", alertBox(problem.message), instead);
  }
}

export const verify = (token) =>
  follow(
    () => post("/auth/verify-email", { token }),
    () => page("Thank you", h("p", { class: "done" }, "Your address is confirmed."), go("/", "To the shop")),
    h("p", {}, "A new one can be sent from ", h("a", { href: "#/profile" }, "your profile"), "."),
  );

export const confirmEmail = (token) =>
  follow(
    () => post("/auth/confirm-email", { token }),
    () => page("Thank you",
      h("p", { class: "done" }, "Confirmed for this address. The change takes effect when both addresses have confirmed."),
      go("#/profile", "Your profile")),
    h("p", {}, "Ask for another change in ", h("a", { href: "#/profile" }, "your profile"), "."),
  );

export function reset(token) {
  const section = page("Choose a new password");
  section.append(
    form([newPassword()], "Save", async ({ password }) => {
      await post("/auth/password-reset/confirm", { token, password });
      section.replaceChildren(
        h("h1", {}, "Saved"),
        h("p", {}, "Your password was changed. Other devices were signed out."),
        go("/#/sign-in", "Sign in"));
    }),
  );
  return section;
}

/** Back to where somebody was before they went to their provider; only ever a page of this shop. */
function whereTheyWere() {
  const place = new URLSearchParams(location.search).get("returnTo") ?? "/";
  return /^\/(?![/\\])/.test(place) ? place : "/";
}

export async function enterByProvider(code) {
  const section = page("Signing in");
  const left = await signInWithCode(section, code);
  if (left) {
    return left;
  }
  const welcome = page("Welcome");
  const enter = () => welcome.replaceChildren(
    h("h1", {}, "Welcome"), go(whereTheyWere(), "Go on"), go("/account/#/profile", "Your account"));
  const asked = termsForm(await get("/users/me"), enter);
  asked ? welcome.append(asked, go("/account/#/profile", "Not now")) : enter();
  return welcome;
}

const REFUSALS = {
  "invalid-state": "This sign-in was begun in another browser, or too long ago.",
  "provider-refused": "You did not agree there, or they would not say who you are.",
  "invalid-id-token": "What they said could not be verified.",
  "email-not-verified": "They have not verified your e-mail address.",
  "account-not-verified": "There is an account with your address that is not confirmed yet. Sign in to it with its password, follow the link in your mail, and try again.",
  "identity-already-linked": "Your account here belongs to another person there.",
  "provider-unavailable": "They do not answer at the moment.",
};

export const refusedByProvider = (reason) =>
  page("That sign-in did not work",
    alertBox(REFUSALS[reason] ?? "Try again, or use your password."),
    go("/#/sign-in", "Sign in another way"));
