// Talk to our stand-in with Twilio's own library for Node, and check what it signs.
const twilio = require("twilio");
const RequestClient = require("twilio/lib/base/RequestClient").default ?? require("twilio/lib/base/RequestClient");

class Local extends RequestClient {
  constructor(origin) {
    super();
    this.origin = origin;
  }
  request(options) {
    const asked = new URL(options.uri);
    return super.request({ ...options, uri: this.origin + asked.pathname + asked.search });
  }
}

async function main({ origin, account, token, from, to, gone, landline, signed }) {
  const client = twilio(account, token, { httpClient: new Local(origin) });
  const code = (promise) => promise.then(() => null, (error) => error.code);
  const made = await client.messages.create({ to, from, body: "Hello from Node" });
  const listed = await client.messages.list({ to, limit: 5 });
  const fetched = await client.messages(made.sid).fetch();
  return {
    status: made.status,
    segments: made.numSegments,
    listed: listed.map((message) => message.sid === made.sid),
    fetched: fetched.body,
    optedOut: await code(client.messages.create({ to: gone, from, body: "Hello" })),
    landline: await code(client.messages.create({ to: landline, from, body: "Hello" })),
    invalid: await code(client.messages.create({ to: "nonsense", from, body: "Hello" })),
    unknown: await code(client.messages("SM0").fetch()),
    wrongToken: await code(twilio(account, "wrong", { httpClient: new Local(origin) }).messages.list({ limit: 1 })),
    genuine: signed.map(({ url, form, signature }) => twilio.validateRequest(token, signature, url, form)),
  };
}

main(JSON.parse(require("node:fs").readFileSync(0, "utf8"))).then((answer) => console.log(JSON.stringify(answer)));
