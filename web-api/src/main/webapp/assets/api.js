// Speaks to /api/v1 and knows who is signed in.

const KEY = "orderly.session";

/** A refusal by the server, as RFC 9457 describes it. */
export class Problem extends Error {
  constructor(status, body) {
    super(body.detail || body.title || "Something went wrong.");
    this.status = status;
    this.code = body.code;
    this.body = body;
  }
}

/** Who is signed in; their access token may have to be renewed first. */
export function session() {
  try {
    return JSON.parse(localStorage.getItem(KEY));
  } catch {
    return null;
  }
}

/** Forgets who is signed in at once, and tells the server to do so too. */
export function signOut() {
  const kept = session();
  localStorage.removeItem(KEY);
  if (kept?.refresh) {
    request("POST", "/auth/logout", { refreshToken: kept.refresh }, {}).catch(() => {});
  }
}

/** Signs in with a password and, where the account asks for one, a code. */
export const signIn = (email, password, totp) =>
  begin(() => post("/auth/login", { email, password, ...(totp && { totp }) }));

/** Takes a session into use, however its tokens come about. */
export async function begin(ask) {
  keep(await ask());
  const me = await get("/users/me");
  localStorage.setItem(KEY, JSON.stringify({ ...session(), me }));
  return me;
}

function keep(tokens, me) {
  const until = Date.now() + (tokens.expiresIn - 20) * 1000;
  localStorage.setItem(KEY, JSON.stringify({ token: tokens.accessToken, refresh: tokens.refreshToken, until, me }));
}

/** A refresh token works once: of all tabs of a browser one may use it, and the others wait. */
async function renewed() {
  const alone = navigator.locks ? (work) => navigator.locks.request(KEY, work) : (work) => work();
  return alone(async () => {
    const kept = session();
    if (!kept || kept.until > Date.now()) {
      return kept;
    }
    try {
      keep(await request("POST", "/auth/refresh", { refreshToken: kept.refresh }, {}), kept.me);
    } catch (problem) {
      if (![400, 401].includes(problem.status)) {
        throw problem;
      }
      localStorage.removeItem(KEY);
    }
    return session();
  });
}

/** By whose midnight the shop's days begin; asked for once. The browser's own until that is known. */
let zone;
let asking;
export const shopZone = () => zone;
export const learnZone = () => (asking ??= request("GET", "/shop", undefined, {}).then(
  (shop) => { zone = shop.zone; },
  () => { asking = undefined; }));

export const get = (path, query, headers) => call("GET", path + text(query), undefined, headers);
export const put = (path, body) => call("PUT", path, body);
export const patch = (path, body) => call("PATCH", path, body);
export const del = (path, body) => call("DELETE", path, body);
export const post = (path, body, key, headers) =>
  call("POST", path, body, { ...(key && { "Idempotency-Key": key }), ...headers });

/** As post, for somebody without an account; answers with a header of the answer as well. */
export async function postFor(header, path, body, key) {
  const response = await exchange("POST", path, body, { "Idempotency-Key": key });
  return [await response.json(), response.headers.get(header)];
}

/** Saves what the server answers, such as a document, under a name. */
export async function download(path, name, headers = {}) {
  const answer = await raw(path, headers);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

const LONGEST_PAUSE = 30_000;

/**
 * Hears the server-sent events of a path from one on, and again after a break, while somebody
 * wants them. (An EventSource cannot say who asks.)
 */
export async function follow(path, headers, last, heard, wanted) {
  const place = { last };
  for (let pause = 1000; wanted(); pause = Math.min(pause * 2, LONGEST_PAUSE)) {
    try {
      const answer = await raw(path, {
        ...headers,
        Accept: "text/event-stream",
        "Last-Event-ID": String(place.last),
      });
      if (answer.status === 204) {
        return;
      }
      pause = 1000;
      await listen(answer.body.getReader(), place, heard, wanted);
    } catch (problem) {
      if (problem.status >= 400 && problem.status < 500 && problem.status !== 429) {
        return;
      }
    }
    await new Promise((over) => setTimeout(over, pause));
  }
}

async function listen(reader, place, heard, wanted) {
  const text = new TextDecoder();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done || !wanted()) {
      await reader.cancel();
      return;
    }
    const messages = (rest + text.decode(value, { stream: true })).split(/\r?\n\r?\n/);
    rest = messages.pop();
    for (const message of messages) {
      const id = message.match(/^id: ?(.*)$/m)?.[1];
      if (id !== undefined) {
        place.last = id;
        heard(id);
      }
    }
  }
}

/** An order token stands for a guest, whoever is signed in: the server refuses both together. */
const asGuest = (headers) => "Order-Token" in headers;

async function raw(path, headers) {
  const who = asGuest(headers) ? null : await renewed();
  const response = await fetch("/api/v1" + path, {
    headers: { ...headers, ...(who && { Authorization: "Bearer " + who.token }) },
  });
  if (!response.ok) {
    throw new Problem(response.status, await response.json().catch(() => ({})));
  }
  return response;
}

async function call(method, path, body, headers = {}) {
  const kept = asGuest(headers) ? null : session();
  const who = kept && kept.until < Date.now() ? await renewed() : kept;
  try {
    return await request(method, path, body, { ...(who && { Authorization: "Bearer " + who.token }), ...headers });
  } catch (problem) {
    if (who && ["unauthenticated", "session-ended"].includes(problem.code)) {
      localStorage.removeItem(KEY);
    }
    throw problem;
  }
}

async function request(method, path, body, headers) {
  const answer = await (await exchange(method, path, body, headers)).text();
  return answer ? JSON.parse(answer) : null;
}

async function exchange(method, path, body, headers) {
  const response = await fetch("/api/v1" + path, {
    method,
    headers: {
      Accept: "application/json",
      ...(body && { "Content-Type": "application/json" }),
      ...headers,
    },
    body: body && JSON.stringify(body),
    keepalive: path === "/auth/logout",
  }).catch(() => {
    throw new Problem(0, { detail: "The shop does not answer. Try again in a moment." });
  });
  if (!response.ok) {
    throw new Problem(response.status, await response.json().catch(() => ({})));
  }
  return response;
}

function text(query = {}) {
  const given = Object.entries(query).filter(([, value]) => value);
  return given.length ? "?" + new URLSearchParams(given) : "";
}

/**
 * Gives each intent one idempotency key: the same body sent again keeps its key, another body gets
 * another one.
 */
export function intent() {
  const keys = new Map();
  return (body) => {
    const what = JSON.stringify(body);
    if (!keys.has(what)) {
      const random = crypto.getRandomValues(new Uint8Array(16));
      keys.set(what, Array.from(random, (byte) => byte.toString(16).padStart(2, "0")).join(""));
    }
    return keys.get(what);
  };
}
