// What a landlord's own script in stripe-node might do: every answer is printed for the test to judge.
const Stripe = require("stripe");

const [port, signed, signature, secret] = process.argv.slice(2);
const stripe = new Stripe("sk_test_node", { host: "127.0.0.1", port: Number(port), protocol: "http", maxNetworkRetries: 2, telemetry: false });

async function refused(promise) {
  try {
    await promise;
    return null;
  } catch (error) {
    return { type: error.type, code: error.code, status: error.statusCode, decline: error.decline_code };
  }
}

async function main() {
  const customer = await stripe.customers.create({ description: "A tenant, by no name" });
  const key = { idempotencyKey: "node-1" };
  const wanted = {
    mode: "payment",
    ui_mode: "hosted_page",
    line_items: [{ quantity: 1, price_data: { currency: "gbp", unit_amount: 2000, product_data: { name: "Rent payment" } } }],
    allowed_payment_method_types: ["card"],
    success_url: "https://example.org/done",
    metadata: { payment: "pay_node" },
  };
  const session = await stripe.checkout.sessions.create(wanted, key);
  const again = await stripe.checkout.sessions.create(wanted, key);
  const other = await refused(stripe.checkout.sessions.create({ ...wanted, client_reference_id: "x" }, key));
  const gone = await refused(stripe.checkout.sessions.create({ ...wanted, payment_method_types: ["card"] }));
  const unknown = await refused(stripe.customers.create({ nickname: "x" }));
  const intent = await stripe.paymentIntents.create({
    amount: 2000, currency: "gbp", customer: customer.id, confirm: true, payment_method: "pm_card_visa", return_url: "https://example.org",
  });
  const declined = await refused(
    stripe.paymentIntents.create({ amount: 2000, currency: "gbp", confirm: true, payment_method: "pm_card_chargeDeclined", return_url: "https://example.org" }),
  );
  const refund = await stripe.refunds.create({ payment_intent: intent.id, amount: 500 });
  const tooMuch = await refused(stripe.refunds.create({ payment_intent: intent.id, amount: 1501 }));
  const missing = await refused(stripe.paymentIntents.retrieve("pi_nothing"));
  const expanded = await stripe.paymentIntents.retrieve(intent.id, { expand: ["latest_charge.balance_transaction"] });
  const kinds = [];
  for await (const event of stripe.events.list({ limit: 2 })) kinds.push(event.type);
  const event = stripe.webhooks.constructEvent(signed, signature, secret);
  console.log(JSON.stringify({
    same: session.id === again.id, url: session.url, other, gone, unknown, status: intent.status, declined, refund: refund.status,
    tooMuch, missing, net: expanded.latest_charge.balance_transaction.net, kinds, event: event.id,
  }));
}

main().catch((error) => { console.error(error); process.exit(1); });
