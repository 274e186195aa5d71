// For admins: transactions in doubt and their ends, events on their way and those that got stuck.
import { get, post } from "./api.js";
import { empty, h, notice, paged, when } from "./dom.js";

const EVIDENCE = {
  COMMITTED: "is marked as committed",
  ABORTED: "is marked as aborted",
  UNDECIDED: "is not decided",
  MARKER_HELD: "is about to be decided by a live session",
  DECISION_UNREACHABLE: "cannot be judged: the deciding database does not answer",
  FOREIGN: "was prepared by somebody else",
};

/** A button that asks the server for something, tells what came of it and shows the view anew. */
function action(text, label, work, again) {
  const button = h("button", { type: "button", "aria-label": label }, text);
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      notice(await work());
      again();
    } catch (problem) {
      notice(problem.message);
      button.disabled = false;
    }
  });
  return button;
}

function table(heads, body) {
  return h("table", {}, h("thead", {}, h("tr", {}, heads.map((text) => h("th", { scope: "col" }, text)))), body);
}

const cell = (name, value) => h("td", { "data-name": name }, value ?? "–");
const plural = (count, one, many) => (count === 1 ? "1 " + one : count + " " + many);

function silent(names) {
  return names.length ? h("p", { class: "alert", role: "alert" }, "No answer from: " + names.join(", ") + ".") : null;
}

function resolved(outcome) {
  const count = (act) => outcome.branches.filter((branch) => branch.action === act).length;
  const text = `${count("COMMITTED")} committed, ${count("ROLLED_BACK")} rolled back, ${count("LEFT")} left.`;
  return outcome.unreachable.length ? text + " No answer from " + outcome.unreachable.join(", ") + "." : text;
}

export const transactions = (again) => async () => {
  const report = await get("/admin/transactions/in-doubt");
  const resolve = (globalId) => async () =>
    resolved(await post("/admin/transactions/in-doubt/resolve", globalId ? { globalId } : {}));
  const body = h("tbody", {});
  const history = await paged(
    body,
    (cursor) => get("/admin/transactions/resolutions", { cursor }),
    (one) =>
      h("tr", {},
        h("th", { scope: "row" }, one.database, h("small", {}, one.globalId)),
        cell("End", one.action === "COMMITTED" ? "committed" : "rolled back"),
        cell("Prepared", when(one.preparedAt)),
        cell("Ended", when(one.resolvedAt)),
        cell("By", one.instance + (one.askedBy ? " for " + one.askedBy : ""))),
    empty("There have been no in-doubt transactions."),
    h("div", { class: "wide" }, table(["Branch", "End", "Prepared", "Ended", "By"], body)),
  );
  return h("section", {},
    h("h1", {}, "Transactions"),
    silent(report.unreachable),
    h("h2", {}, "In doubt"),
    report.items.length
      ? [h("ul", { class: "checks" }, report.items.map((item) => doubt(item, resolve, again))),
         h("p", {}, action("Resolve all", "Resolve all transactions in doubt", resolve(null), again))]
      : empty("No database has prepared transactions."),
    h("h2", {}, "History"),
    history);
};

function doubt(item, resolve, again) {
  return h("li", { class: "wrong" },
    h("span", { class: "badge" }, plural(item.branches.length, "branch", "branches")),
    h("p", {}, (item.globalId ?? item.branches[0].gid) + " " + EVIDENCE[item.evidence]),
    h("p", {}, "The rule: ", h("strong", {}, item.rule)),
    h("ul", {}, item.branches.map((branch) =>
      h("li", {}, `${branch.database}, for ${branch.ageSeconds} s, since `, when(branch.preparedAt)))),
    item.globalId ? action("Resolve", "Resolve " + item.globalId, resolve(item.globalId), again) : null);
}

export const events = (again) => async () => {
  const depth = await get("/admin/broker");
  const replay = (eventId) => async () => {
    const done = await post("/admin/dead-letters/replay", eventId ? { eventIds: [eventId] } : {});
    return plural(done.replayed, "message was", "messages were") + " sent back" + (done.more ? "; there are more." : ".");
  };
  return h("section", {},
    h("h1", {}, "Events"),
    depth.reachable ? null : silent(["the broker"]),
    h("h2", {}, "Waiting to be sent"),
    h("div", { class: "wide" }, table(["Domain", "Events"], h("tbody", {}, depth.outboxes.map((one) =>
      h("tr", {}, h("th", { scope: "row" }, one.domain), cell("Events", one.waiting)))))),
    h("h2", {}, "Waiting to be consumed"),
    h("div", { class: "wide" }, table(["Subscription", "Messages", "Consumers"], h("tbody", {}, depth.queues.map((one) =>
      h("tr", {},
        h("th", { scope: "row" }, one.name, h("small", {}, one.topic)),
        cell("Messages", one.messages),
        cell("Consumers", one.consumers)))))),
    h("h2", {}, "Set aside"),
    depth.reachable ? await letters(replay, again) : null);
};

async function letters(replay, again) {
  const list = await paged(
    h("ul", { class: "orders" }),
    (cursor) => get("/admin/dead-letters", { cursor }),
    (one) =>
      h("li", {},
        h("details", {},
          h("summary", {},
            h("span", { class: "number" }, one.type ?? "unknown"),
            h("span", {}, when(one.sentAt)),
            h("span", { class: "badge" }, one.subscription ?? "nobody's")),
          h("p", {}, "Event " + (one.eventId ?? "without an id")),
          h("pre", {}, one.payload ?? ""),
          one.eventId && one.subscription ? action("Send back", "Send back " + one.eventId, replay(one.eventId), again) : null)),
    null,
  );
  return list
    ? h("div", {}, list, h("p", {}, action("Replay all", "Replay all messages", replay(null), again)))
    : empty("The dead-letter queue is empty.");
}
