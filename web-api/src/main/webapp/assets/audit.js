// For admins: what was done by whom, and the proof that nobody rewrote it.
import { get } from "./api.js";
import { empty, h, notice, paged, when } from "./dom.js";

const FILTERS = [
  ["action", "Action", "begins with, such as product."],
  ["actor", "Actor", "id, anonymous or system"],
  ["subject", "Subject", "id"],
  ["requestId", "Request", "id"],
];
const TIMES = [["from", "From"], ["to", "To"]];

export async function auditLog(_, query) {
  const asked = Object.fromEntries([...FILTERS, ...TIMES].map(([name]) => [name, query.get(name) ?? ""]));
  const list = await paged(
    h("ul", { class: "orders" }),
    (cursor) => get("/admin/audit-log", { ...asked, cursor, limit: 50 }),
    entry,
    empty("No entries match these filters."),
  );
  return h("section", {}, h("h1", {}, "Audit log"), proof(), filter(asked), list);
}

function filter(asked) {
  const input = (name, label, attributes) =>
    h("div", { class: "field" },
      h("label", { for: "audit-" + name }, label),
      h("input", { id: "audit-" + name, name, value: asked[name], ...attributes }));
  const element = h("form", { class: "filter", role: "search" },
    FILTERS.map(([name, label, placeholder]) => input(name, label, { placeholder, maxlength: 200 })),
    TIMES.map(([name, label]) => input(name, label, { type: "date" })),
    h("button", { type: "submit" }, "Show"));
  element.addEventListener("submit", (event) => {
    event.preventDefault();
    const wanted = [...new FormData(element)].filter(([, value]) => value);
    location.hash = "#/audit?" + new URLSearchParams(wanted);
  });
  return element;
}

function entry(one) {
  const side = (name, value) => (value === null ? null : [h("h3", {}, name), h("pre", {}, JSON.stringify(value, null, 2))]);
  return h("li", {},
    h("details", {},
      h("summary", {},
        h("span", { class: "number" }, "#" + one.seq),
        h("span", {}, when(one.at)),
        h("span", { class: "badge" }, one.action),
        h("span", {}, one.actor)),
      h("p", {}, "Done to " + (one.subject || "nobody in particular"),
        one.address ? " from " + one.address : "",
        one.requestId ? " in request " + one.requestId : ""),
      side("Before", one.before),
      side("After", one.after),
      h("p", {}, h("small", {}, one.hash))));
}

/** Says nothing before it is asked: a long log takes a while. */
function proof() {
  const place = h("div", { class: "verdict" });
  const button = h("button", { type: "button" }, "Verify");
  const look = async (anchor, before = 0) => {
    button.disabled = true;
    try {
      const found = await get("/admin/audit-log/verify", { anchor });
      const entries = before + found.entries;
      const next = found.last.seq + ":" + found.last.hash;
      place.className = "verdict " + (found.ok ? "right" : "wrong");
      place.replaceChildren(
        h("p", {}, h("strong", {}, found.ok ? "The log is intact. " : `Entry ${found.firstBroken} was changed or is missing. `),
          `${entries} ${entries === 1 ? "entry is" : "entries are"} as written` + (found.complete ? "." : " so far.")),
        h("p", {}, h("small", {}, "Store this elsewhere to detect a log that was rewritten up to its end: " + next)),
        found.complete ? button : h("button", { type: "button", onclick: () => look(next, entries) }, "Go on"));
    } catch (problem) {
      notice(problem.message);
    } finally {
      button.disabled = false;
    }
  };
  button.addEventListener("click", () => look());
  place.append(h("p", {}, "Each entry holds a hash of the one before."), button);
  return place;
}
