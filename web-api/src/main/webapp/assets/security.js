// What keeps an account safe: its password, its second factor, and where it is signed in.
import { del, get, post, put } from "./api.js";
import { field, form, h, notice, when } from "./dom.js";
import { newPassword } from "./sign-in.js";

const again = () => dispatchEvent(new HashChangeEvent("hashchange"));
const current = (name) =>
  field("Your password", name, { type: "password", required: true, autocomplete: "current-password" });

export async function security() {
  const { items } = await get("/auth/sessions");
  return h(
    "section",
    { class: "narrow" },
    h("h1", {}, "Security"),
    h("h2", {}, "Where you are signed in"),
    sessions(items),
    h("h2", {}, "Password"),
    h("details", {},
      h("summary", {}, "Change your password"),
      form([current("currentPassword"), newPassword("New password", "newPassword")], "Save", async (values) => {
        await put("/users/me/password", values);
        notice("Saved. Other devices were signed out.");
        again();
      })),
    h("h2", {}, "Second factor"),
    h("p", {}, "A code from an authenticator app, required at each sign-in in addition to your password."),
    enrolment(),
    h("details", {},
      h("summary", {}, "Turn off"),
      form([current("password")], "Remove the second factor", async (values) => {
        await del("/auth/2fa", values);
        notice("You now sign in with your password alone.");
      })),
  );
}

function sessions(items) {
  const end = (path) => del(path).then(again, (problem) => notice(problem.message));
  return h("div", {},
    h("ul", { class: "rows" }, items.map((one) =>
      h("li", {},
        h("span", { class: "what" }, one.device || "An unknown device",
          h("small", {}, one.address, " · last used ", when(one.lastUsedAt))),
        one.current
          ? h("span", { class: "badge" }, "here")
          : h("button", { type: "button", onclick: () => end("/auth/sessions/" + one.id) }, "Sign out")))),
    items.length > 1
      ? h("p", {}, h("button", { type: "button", onclick: () => end("/auth/sessions?keepCurrent=true") }, "Sign out everywhere else"))
      : null);
}

function enrolment() {
  const place = h("div", {});
  const start = h("button", { type: "button" }, "Set it up");
  start.addEventListener("click", async () => {
    try {
      confirmation(place, await post("/auth/2fa/enrol"));
    } catch (problem) {
      notice(problem.message);
    }
  });
  place.append(start);
  return place;
}

function confirmation(place, offer) {
  place.replaceChildren(
    h("p", {}, "Scan this with your authenticator app, or enter the key."),
    h("img", { src: offer.qrCode, alt: "QR code of the key", width: 220, height: 220 }),
    h("p", {}, h("code", {}, offer.secret)),
    form(
      [field("Code", "code", { required: true, inputmode: "numeric", autocomplete: "one-time-code", maxlength: 6 },
        "What the app shows now")],
      "Turn it on",
      async ({ code }) => recovery(place, await post("/auth/2fa/confirm", { code }))),
  );
}

function recovery(place, { recoveryCodes }) {
  place.replaceChildren(
    h("p", { class: "done" }, "Your second factor is on."),
    h("p", {}, "Store these recovery codes in a safe place: each works once if you lose your device. They are not shown again."),
    h("ul", { class: "codes" }, recoveryCodes.map((code) => h("li", {}, h("code", {}, code)))),
  );
}
