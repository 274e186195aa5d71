// The way in: signing in, registering, and what to do without a password.
import { begin, get, post, put, session, signIn } from "./api.js";
import { field, form, h, notice } from "./dom.js";
import { takeAlong } from "./basket.js";

const email = () =>
  field("E-mail", "email", { type: "email", required: true, autocomplete: "username", maxlength: 254 });

export const newPassword = (label = "Password", name = "password") =>
  field(label, name, { type: "password", required: true, minlength: 12, maxlength: 128, autocomplete: "new-password" },
    "12 characters or more, of any kind");

const code = () =>
  field("Code", "totp", { required: true, autocomplete: "one-time-code", maxlength: 32 },
    "From your authenticator app, or one of your recovery codes");

const DOORS = ["#/sign-in", "#/register", "#/forgot"];
const atTheDoor = () => location.pathname === "/" && DOORS.some((here) => location.hash.startsWith(here));

/** Where somebody wanted to go before they were asked who they are; only ever a view of this page. */
function wantedBefore() {
  const back = new URLSearchParams(location.hash.split("?")[1]).get("back") ?? "";
  return back.startsWith("#/") && !DOORS.some((here) => back.startsWith(here)) ? back : null;
}

/** Goes on with what somebody was about to do before they were asked who they are. */
async function enter(me) {
  const wanted = await takeAlong().catch((problem) => notice(problem.message));
  dispatchEvent(new Event("signed-in"));
  notice("Welcome, " + me.name + ".");
  if (atTheDoor()) {
    location.hash = wantedBefore() ?? (wanted ? "#/cart" : "#/");
  } else {
    dispatchEvent(new HashChangeEvent("hashchange"));
  }
}

/** Signs in by some proof; who has a second factor is asked for it when the server says so. */
export function secondFactor(place, ask) {
  return async (...proof) => {
    try {
      await enter(await ask(...proof));
    } catch (problem) {
      if (problem.code !== "totp-required") {
        throw problem;
      }
      const asked = form([code()], "Sign in", async ({ totp }) => enter(await ask(...proof, totp)));
      place.replaceChildren(h("h1", {}, "Second factor"), asked);
      asked.querySelector("input").focus();
    }
  };
}

const back = () => (wantedBefore() ? "?" + new URLSearchParams({ back: wantedBefore() }) : "");

export function signInView() {
  const section = h("section", { class: "slim" });
  const go = secondFactor(section, signIn);
  const elsewhere = h("div", { class: "elsewhere" });
  section.append(
    h("h1", {}, "Sign in"),
    form(
      [email(), field("Password", "password", { type: "password", required: true, autocomplete: "current-password" })],
      "Sign in",
      (values) => go(values.email, values.password),
    ),
    elsewhere,
    h("p", {}, h("a", { href: "/#/forgot" }, "Forgot your password?")),
    h("p", {}, "New here? ", h("a", { href: "/#/register" + back() }, "Register")),
  );
  providers(elsewhere);
  return section;
}

/** Others who can say who somebody is, if the shop knows any. */
async function providers(place) {
  const { items } = await get("/auth/oidc").catch(() => ({ items: [] }));
  const here = "?" + new URLSearchParams({ returnTo: location.pathname + (wantedBefore() ?? location.hash) });
  place.replaceChildren(...items.map((one) =>
    h("a", { class: "button", href: one.loginUrl + here }, "Sign in with " + one.name)));
}

/** The end of a sign-in with a provider: a code that works once. */
export async function signInWithCode(section, oidcCode) {
  await secondFactor(section, (code, totp) =>
    begin(() => post("/auth/oidc/session", { code, ...(totp && { totp }) })))(oidcCode);
  return session() ? null : section;
}

const tick = (id, name, text, required) => h("div", { class: "field check" },
  h("input", { type: "checkbox", id, name, required }),
  h("label", { for: id }, text));
const terms = () =>
  tick("terms", "acceptTerms", "I accept the terms of the shop and how it handles my data", true);

/** Asks who was not asked when the account was opened; nothing if they have accepted. */
export function termsForm(me, accepted) {
  return me.termsAccepted ? null : form([terms()], "Accept", async () => {
    await put("/users/me/consents/terms", { granted: true });
    accepted();
  });
}

export function register() {
  return h(
    "section",
    { class: "slim" },
    h("h1", {}, "Register"),
    form(
      [
        field("Name", "name", { required: true, autocomplete: "name", maxlength: 100 }),
        email(),
        newPassword(),
        terms(),
        tick("marketing", "marketingConsent", "Send me offers by mail", false),
      ],
      "Open an account",
      async ({ name, email: address, password, marketingConsent }) => {
        const consent = { acceptTerms: true, marketingConsent: marketingConsent === "on" };
        await post("/auth/register", { name, email: address, password, ...consent });
        await enter(await signIn(address, password));
        notice("Welcome. Check your mail to confirm your address.");
      },
    ),
    h("p", {}, "Registered already? ", h("a", { href: "/#/sign-in" + back() }, "Sign in")),
  );
}

export function forgot() {
  const section = h("section", { class: "slim" });
  section.append(
    h("h1", {}, "Forgot your password?"),
    form([email()], "Send a link", async (values) => {
      await post("/auth/password-reset", { email: values.email });
      section.replaceChildren(
        h("h1", {}, "Check your mail"),
        h("p", {}, "If there is an account with this address, we have sent a link to choose a new password. It expires in 30 minutes."));
    }),
  );
  return section;
}
