// Who somebody is to the shop, and what it knows of them.
import { del, get, patch, post, put, signOut } from "./api.js";
import { countries, postalCodeByCountry } from "./countries.js";
import { termsForm } from "./sign-in.js";
import { empty, field, form, h, money as shown, notice, when } from "./dom.js";

const again = () => dispatchEvent(new HashChangeEvent("hashchange"));
const password = () =>
  field("Your password", "password", { type: "password", required: true, autocomplete: "current-password" });

export async function profile() {
  const me = await get("/users/me");
  const resend = h("button", { type: "button" }, "Send the link again");
  resend.addEventListener("click", async () => {
    resend.disabled = true;
    await post("/auth/verify-email/resend", { email: me.email }).then(
      () => notice("We have sent a link to " + me.email + "."),
      (problem) => notice(problem.message));
  });
  return h(
    "section",
    { class: "narrow" },
    h("h1", {}, "Your profile"),
    form([field("Name", "name", { required: true, value: me.name, maxlength: 100, autocomplete: "name" })], "Save",
      async ({ name }) => {
        await patch("/users/me", { name });
        notice("Saved.");
      }),
    me.termsAccepted ? null : h("h2", {}, "Terms"),
    termsForm(me, again),
    h("h2", {}, "E-mail"),
    h("p", {}, me.email, " ", h("span", { class: "badge" }, me.emailVerified ? "confirmed" : "not confirmed yet")),
    me.emailVerified ? null : h("p", {}, resend),
    h("details", {},
      h("summary", {}, "Change your e-mail"),
      form(
        [field("New e-mail", "email", { type: "email", required: true, maxlength: 254 }), password()],
        "Send links",
        async (values) => {
          await post("/users/me/email", values);
          notice("We have sent a link to both addresses. The change takes effect when both are confirmed.");
        })),
  );
}

const PARTS = [
  ["Name", "name", true, "name"], ["Street", "street", true, "street-address"],
  ["Postal code", "postalCode", true, "postal-code"], ["City", "city", true, "address-level2"],
  ["State", "state", false, "address-level1"],
];

function addressForm(known, submit, save) {
  const element = form(
    [...PARTS.map(([label, name, required, autocomplete]) =>
      field(label, name, { required, autocomplete, value: known?.[name] ?? "", maxlength: 200 })),
    field("Country", "country", { required: true, autocomplete: "country", options: countries(known?.country) }),
    h("div", { class: "field check" },
      h("input", { type: "checkbox", id: "default", name: "isDefault", checked: known?.isDefault ?? false }),
      h("label", { for: "default" }, "Use as the default address"))],
    submit,
    (values) => save({
      ...values,
      state: values.state.trim() || null,
      postalCode: values.postalCode.trim() || null,
      isDefault: values.isDefault === "on",
    }),
  );
  return postalCodeByCountry(element, "postalCode", "country");
}

export async function addresses(id) {
  const { items } = await get("/users/me/addresses");
  const known = items.find((one) => one.id === id);
  const save = async (address) => {
    await (known ? put("/users/me/addresses/" + known.id, address) : post("/users/me/addresses", address));
    notice("Saved.");
    location.hash = "#/addresses";
    again();
  };
  const remove = async (one) => {
    await del("/users/me/addresses/" + one.id).then(again, (problem) => notice(problem.message));
  };
  return h(
    "section",
    { class: "narrow" },
    h("h1", {}, "Your addresses"),
    items.length
      ? h("ul", { class: "rows" }, items.map((one) =>
        h("li", {},
          h("span", { class: "what" }, [one.name, one.street, [one.postalCode, one.city].filter(Boolean).join(" "), one.country].join(", ")),
          one.isDefault ? h("span", { class: "badge" }, "default") : null,
          h("a", { href: "#/addresses/" + one.id }, "Change"),
          h("button", { type: "button", onclick: () => remove(one) }, "Remove"))))
      : empty("You have no saved addresses."),
    h("h2", {}, known ? "Change it" : "Add one"),
    addressForm(known, known ? "Save" : "Add", save),
  );
}

async function download() {
  const everything = await get("/users/me/export");
  const file = new Blob([JSON.stringify(everything, null, 2)], { type: "application/json" });
  const link = h("a", { href: URL.createObjectURL(file), download: "orderly-my-data.json" });
  link.click();
  URL.revokeObjectURL(link.href);
}

export async function privacy() {
  const [{ items }, held] = await Promise.all([get("/users/me/consents"), get("/balance")]);
  const money = [...held.balances, ...held.held].filter((one) => Number(one.amount) !== 0).map(shown);
  return h(
    "section",
    { class: "narrow" },
    h("h1", {}, "Your data"),
    h("h2", {}, "Consents"),
    h("ul", { class: "rows" }, items.map((one) =>
      h("li", {},
        h("span", { class: "what" }, one.document, h("small", {}, "version " + one.version)),
        h("span", { class: "badge" }, one.granted ? "agreed" : "not agreed"),
        when(one.at)))),
    h("h2", {}, "Export my data"),
    h("p", {}, "All data that the shop holds about you, in one file."),
    h("button", { type: "button", onclick: () => download().catch((problem) => notice(problem.message)) }, "Download"),
    h("h2", {}, "Leave"),
    h("p", {}, "Your personal data is erased permanently. Orders and payments are kept without your name."),
    h("details", {},
      h("summary", {}, "Close my account"),
      money.length ? forfeit(money) : null,
      form([...(money.length ? [agreed(money)] : []), password()], "Erase my data",
        async ({ password: own, forfeitBalance }) => {
          await del("/users/me", { password: own, forfeitBalance: forfeitBalance === "on" });
          signOut();
          location.assign("/");
        })),
  );
}

const forfeit = (money) =>
  h("p", { class: "alert" }, `You hold ${money.join(" and ")}. It is lost when the account is closed. `,
    h("a", { href: "/#/balance" }, "Withdraw it first"), ".");

const agreed = (money) =>
  h("div", { class: "field check" },
    h("input", { type: "checkbox", id: "forfeit", name: "forfeitBalance", required: true }),
    h("label", { for: "forfeit" }, `Close it all the same and lose ${money.join(" and ")}`));
