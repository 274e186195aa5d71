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

export function session() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY));
    return kept && kept.until > Date.now() ? kept : null;
  } catch {
    return null;
  }
}

export function signOut() {
  localStorage.removeItem(KEY);
}

/** Signs in and remembers the access token for as long as it is valid. */
export async function signIn(email, password) {
  const tokens = await post("/auth/login", { email, password });
  const until = Date.now() + (tokens.expiresIn - 5) * 1000;
  localStorage.setItem(KEY, JSON.stringify({ token: tokens.accessToken, until }));
  const me = await get("/users/me");
  localStorage.setItem(KEY, JSON.stringify({ token: tokens.accessToken, until, me }));
  return me;
}

export const get = (path, query) => call("GET", path + text(query));
export const put = (path, body) => call("PUT", path, body);
export const del = (path) => call("DELETE", path);
export const post = (path, body, key) => call("POST", path, body, key && { "Idempotency-Key": key });

async function call(method, path, body, headers = {}) {
  const who = session();
  const response = await fetch("/api/v1" + path, {
    method,
    headers: {
      Accept: "application/json",
      ...(body && { "Content-Type": "application/json" }),
      ...(who && { Authorization: "Bearer " + who.token }),
      ...headers,
    },
    body: body && JSON.stringify(body),
  }).catch(() => {
    throw new Problem(0, { detail: "The shop does not answer. Try again in a moment." });
  });
  if (response.ok) {
    return response.status === 204 ? null : response.json();
  }
  const problem = new Problem(response.status, await response.json().catch(() => ({})));
  if (problem.status === 401 && path !== "/auth/login") {
    signOut();
  }
  throw problem;
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
