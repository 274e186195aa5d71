// An order that was sent and not answered yet. It outlives a reload, so that nobody buys twice.
const KEY = "orderly.order-attempt";

function attempt() {
  try {
    return JSON.parse(localStorage.getItem(KEY));
  } catch {
    return null;
  }
}

/** The attempt of an account, or of a guest if no account is named. */
export function attemptOf(member) {
  const found = attempt();
  const buyer = found && JSON.parse(found.what)[0];
  return found && (member ? buyer === member : buyer.includes("@")) ? found : null;
}

const forgetAttempt = () => localStorage.removeItem(KEY);

function newKey() {
  const random = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(random, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Sends an order under the key that belongs to a buyer and their cart. The same buyer's same cart
 * keeps its key until there is an answer, also when the form was filled in otherwise: then the
 * order that was placed before is the answer.
 *
 * @param buyer the account's id or the guest's e-mail
 * @param send sends a body under a key
 */
export async function sendOnce(buyer, cart, body, send) {
  const what = JSON.stringify([buyer.toLowerCase(), cart]);
  const before = attempt();
  const known = before?.what === what ? before : { what, key: newKey(), bodies: [] };
  const same = (one) => JSON.stringify(one) === JSON.stringify(body);
  const bodies = [body, ...known.bodies.filter((one) => !same(one))];
  localStorage.setItem(KEY, JSON.stringify({ ...known, bodies }));
  return answered(bodies, known.key, send);
}

/** Asks what became of an order that was sent; places it in case it never arrived. */
export function resend(send) {
  const { bodies, key } = attempt();
  return answered(bodies, key, send);
}

const IN_DOUBT = ["idempotency-key-in-flight", "idempotency-key-reused"];

/** Only a definite answer ends an attempt: the order, or a refusal after which there is none. */
async function answered([body, ...earlier], key, send) {
  try {
    const answer = await send(body, key);
    forgetAttempt();
    return answer;
  } catch (problem) {
    if (problem.code === "idempotency-key-reused" && earlier.length) {
      return answered(earlier, key, send);
    }
    const refused = problem.status >= 400 && problem.status < 500;
    if (refused && ![401, 408, 429].includes(problem.status) && !IN_DOUBT.includes(problem.code)) {
      forgetAttempt();
    }
    throw problem;
  }
}
