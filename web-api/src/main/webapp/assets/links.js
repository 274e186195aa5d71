// Where the links in mails lead.
import { post } from "./api.js";
import { alertBox, form, h } from "./dom.js";
import { newPassword, signInWithCode } from "./door.js";

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
      h("p", { class: "done" }, "This address has agreed. Your account moves to the new one as soon as both have."),
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
        h("p", {}, "Your new password counts from now on. You are signed out everywhere else."),
        go("/#/sign-in", "Sign in"));
    }),
  );
  return section;
}

export async function enterByProvider(code) {
  const section = page("Signing in");
  const left = await signInWithCode(section, code);
  return left ?? page("Welcome", go("/", "To the shop"), go("#/profile", "Your account"));
}
