// The account page: which view answers which address, and where mailed links lead.
import { session, signOut } from "./api.js";
import { h, notice, router } from "./dom.js";
import { signInView } from "./sign-in.js";
import { confirmEmail, enterByProvider, refusedByProvider, reset, verify } from "./links.js";
import { addresses, privacy, profile } from "./profile.js";
import { security } from "./security.js";

const SECTIONS = { profile: "Profile", security: "Security", addresses: "Addresses", privacy: "Your data" };
const LINKS = {
  verify, reset, "confirm-email": confirmEmail, oidc: enterByProvider, "oidc-error": refusedByProvider,
};

/** A link's secret leaves the address at once, so that it stays in no history. */
let secret;
function takeSecret() {
  const [kind, ...rest] = location.hash.slice(1).split("=");
  if (LINKS[kind] && rest.length) {
    secret = decodeURIComponent(rest.join("="));
    history.replaceState(null, "", "#/" + kind);
  }
}

function navigation() {
  const here = location.hash.split("?")[0] || "#/profile";
  const leave = () => {
    signOut();
    notice("You are signed out.");
    location.hash = "#/";
    show();
    navigation();
  };
  const links = Object.entries(SECTIONS).map(([name, text]) =>
    h("a", { href: "#/" + name, "aria-current": here === "#/" + name && "page" }, text));
  const out = h("button", { type: "button", class: "plain", onclick: leave }, "Sign out");
  document.getElementById("nav").replaceChildren(...(session() ? [...links, out] : []));
}

const members = (view) => (...place) => (session() ? view(...place) : signInView());
const links = Object.fromEntries(
  Object.entries(LINKS).map(([kind, view]) => [kind, () => (secret ? view(secret) : members(profile)())]));

takeSecret();
addEventListener("hashchange", () => {
  takeSecret();
  navigation();
});
addEventListener("signed-in", navigation);
const views = {
  profile: members(profile), security: members(security),
  addresses: members(addresses), privacy: members(privacy), ...links,
};
navigation();
const show = router(views, members(profile), signInView);
