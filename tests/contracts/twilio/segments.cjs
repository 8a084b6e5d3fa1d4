// Count segments with the calculator Twilio's own developers published.
const { SegmentedMessage } = require("sms-segments-calculator");

const bodies = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
const counted = bodies.map((body) => {
  const message = new SegmentedMessage(body, "auto");
  return { encoding: message.encodingName.replace("-", "_"), segments: message.segmentsCount };
});
console.log(JSON.stringify(counted));
