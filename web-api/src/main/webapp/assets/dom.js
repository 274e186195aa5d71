// Makes elements. Text only ever becomes text nodes, so nothing that people wrote is read as HTML.

import { learnZone, shopZone } from "./api.js";

/** h("p", { class: "x", onclick: f }, "text", child, ...) */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("on")) {
      element.addEventListener(name.slice(2), value);
    } else if (value === true) {
      element.setAttribute(name, "");
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

export const money = (value) => (value ? `${value.amount} ${value.currency}` : "–");

/** What changes the price of a line; stands below its name. */
export const reasons = (line) =>
  line.adjustments.map((one) => h("small", {}, `${one.label} ${money(one.amount)}`));

/** What changes the price of a whole order; stands above its total. */
export const adjustments = ({ adjustments: all }) =>
  all.length === 0
    ? null
    : h("ul", { class: "adjustments" }, all.map((one) =>
        h("li", {}, h("span", {}, one.label), h("span", { class: "price" }, money(one.amount)))));

/** An instant by the shop's clock, so that it is the day by which one can look for it. */
export function when(instant) {
  const options = { dateStyle: "medium", timeStyle: "short", timeZone: shopZone() };
  return h("time", { datetime: instant, title: shopZone() }, new Date(instant).toLocaleString([], options));
}

/** Says something without moving the focus; it goes away by itself. */
export function notice(text) {
  const place = document.getElementById("notice");
  place.replaceChildren(h("p", {}, text.charAt(0).toUpperCase() + text.slice(1)));
  clearTimeout(notice.timer);
  notice.timer = setTimeout(() => place.replaceChildren(), 6000);
}

export const alertBox = (text) => h("p", { class: "alert", role: "alert" }, text);

export const empty = (text, link) => h("div", { class: "empty" }, h("p", {}, text), link ?? "");

/** A labelled field; extra attributes go to its input or select. */
export function field(label, name, attributes = {}, hint) {
  const id = attributes.id ?? "f-" + name.replaceAll(".", "-");
  const { options, ...others } = { id, name, "aria-describedby": id + "-said", ...attributes };
  const control = options === undefined ? h("input", others) : h("select", others, options);
  const said = h("small", { id: id + "-said", "data-hint": hint ?? "" }, hint ?? "");
  return h("div", { class: "field" }, h("label", { for: id }, label), control, said);
}

/** Where one signs in to come back here. */
export const signInAndBack = () => "#/sign-in?" + new URLSearchParams({ back: location.hash });

/** A form that calls back with its values and shows at its fields what the server refused. */
export function form(children, submitLabel, onsubmit) {
  const button = h("button", { type: "submit", class: "primary" }, submitLabel);
  const refusal = h("div", {});
  const element = h("form", { class: "form" }, children, refusal, button);
  element.addEventListener("submit", async (event) => {
    event.preventDefault();
    refusal.replaceChildren();
    element.querySelectorAll("[aria-invalid]").forEach(forgive);
    button.disabled = true;
    try {
      await onsubmit(Object.fromEntries(new FormData(element)));
    } catch (problem) {
      showAt(element, refusal, problem);
    } finally {
      button.disabled = false;
    }
  });
  return element;
}

function forgive(control) {
  control.removeAttribute("aria-invalid");
  const said = document.getElementById(control.id + "-said");
  said.textContent = said.dataset.hint;
}

function showAt(element, refusal, problem) {
  const body = problem.body ?? {};
  const faults = body.errors ?? (body.field ? [{ field: body.field, message: problem.message }] : []);
  const known = faults.filter((fault) => element.elements[fault.field]);
  for (const fault of known) {
    const control = element.elements[fault.field];
    control.setAttribute("aria-invalid", "true");
    document.getElementById(control.id + "-said").textContent = fault.message;
  }
  if (known.length === 0) {
    const box = alertBox(problem.message);
    if (problem.status === 401 && location.pathname === "/") {
      box.append(" ", h("a", { href: signInAndBack() }, "Sign in"));
    }
    refusal.replaceChildren(box);
  } else {
    element.elements[known[0].field].focus();
  }
}

/**
 * Rows that come page by page into a container; load(cursor) gives {items, nextCursor}. What is
 * shown may be more than the container, such as a table around its body.
 */
export async function paged(container, load, row, whenEmpty, shown = container) {
  const more = h("button", { type: "button", class: "more" }, "Show more");
  let cursor;
  const next = async () => {
    more.disabled = true;
    try {
      const page = await load(cursor);
      container.append(...page.items.map(row));
      cursor = page.nextCursor;
      more.hidden = !cursor;
    } finally {
      more.disabled = false;
    }
  };
  more.addEventListener("click", () => next().catch((problem) => notice(problem.message)));
  await next();
  return container.childElementCount ? h("div", {}, shown, more) : whenEmpty;
}

/** Runs the view that the address names, then tells everybody where they are. */
export function router(views, fallback, signInFirst) {
  const main = document.getElementById("main");
  let turn = 0;
  const show = async () => {
    const mine = ++turn;
    const [path, query] = (location.hash.slice(1) || "/").split("?");
    const [, name, id] = path.split("/");
    const view = views[name] ?? fallback;
    main.setAttribute("aria-busy", "true");
    let content;
    await learnZone();
    try {
      content = await view(id && decodeURIComponent(id), new URLSearchParams(query));
    } catch (problem) {
      content =
        problem.status === 401 && signInFirst
          ? signInFirst()
          : h("section", {}, h("h1", {}, "Something went wrong"), alertBox(problem.message));
    }
    if (mine === turn) {
      main.replaceChildren(content);
      main.removeAttribute("aria-busy");
      const title = main.querySelector("h1");
      document.title = (title ? title.textContent + " · " : "") + "Orderly";
      scrollTo(0, 0);
      main.focus({ preventScroll: true });
    }
  };
  addEventListener("hashchange", () => location.hash !== "#main" && show());
  show();
  return show;
}
