import {groups, rollup, sum} from "d3";
import {beforeAll, expect, test} from "vitest";
import {waveName} from "../../data/generator/invitationFile.ts";
import {type Company, company, orderHeads} from "./company.ts";

type Row = Record<string, string>;

let sample: Company;
beforeAll(async () => {
  sample = await company();
});

/** A part's rows without those that were broken on purpose. */
async function sound(part: string, where: (row: Row) => boolean = () => true): Promise<Row[]> {
  const broken = sample.truth.faults.filter(({file}) => file === part);
  const rows = await sample.table(part);
  return rows.filter(
    (row) => where(row) && !broken.some(({column, value}) => column !== null && row[column] === value)
  );
}

const pence = (amount: string): number => Math.round(Number(amount.replace(/£/g, "").replace(",", ".")) * 100);
const utc = (time: string): number => Date.parse(`${time.replace(" ", "T")}Z`);

test("every order that was paid through Stripe has one charge of its total and refund, the others' refunds are in the list", async () => {
  const years = [2024, 2025, 2026].map((year) => sound(`payments/stripe_${year}.csv.gz`));
  const paid = (await Promise.all(years)).flat().filter(({Status}) => Status !== "Failed");
  const charges = groups(paid, (row) => row["order_id (metadata)"]!);
  const byOrder = new Map(charges);
  const refunds = rollup(
    await sample.table("payments/other_refunds.csv"),
    (rows) => rows.map(({Amount}) => pence(Amount!)),
    ({Order}) => Order!
  );
  let compared = 0;
  for (const head of orderHeads(sample)) {
    const isStripe = head["Payment Method"] === "Shopify Payments";
    const found = byOrder.get(head.Name!) ?? [];
    if (!isStripe) {
      expect(refunds.get(head.Name!) ?? [0]).toEqual([pence(head["Refunded Amount"]!)]);
      expect(found).toEqual([]);
    } else if (found.length) {
      compared++;
      expect(found.map(({Amount}) => Amount)).toEqual([head.Total]);
      expect(found[0]!["Amount Refunded"]).toBe(head["Refunded Amount"]);
      expect(found[0]!.Status === "Canceled").toBe(head["Cancelled at"] !== "");
    }
  }
  expect(compared).toBeGreaterThan(5000);
  expect(byOrder.size - 1).toBeLessThanOrEqual(compared + 3);
});

test("members of the club pay on joining and then each interval while the service goes on", async () => {
  const members = await sound("club/subscriptions.csv");
  const {club} = sample.truth;
  expect(members).toHaveLength(club.members - 1);
  expect(members.filter(({Ended}) => Ended === "").length).toBeGreaterThanOrEqual(club.running - 1);
  const customers = new Set(sample.rows("shop/customers.csv").map(({Email}) => Email));
  expect(members.filter((row) => !customers.has(row["Member e-mail"])).length).toBeLessThanOrEqual(1);
  expect(club.members).toBeGreaterThan(150);
  expect(club.monthlyRevenue / 100).toBeGreaterThan(5000);
});

test("points earned, used, taken back and expired add up to each balance, which is never below zero", async () => {
  const entries = await sample.table("loyalty/ledger.parquet");
  for (const [, ofMember] of groups(entries, ({member_no}) => member_no!)) {
    let balance = 0;
    for (const {movement, points, balance: after} of ofMember) {
      // The planted fault has lost its sign.
      balance += movement === "earn" ? Math.abs(Number(points)) || 0 : Number(points);
      if (!(movement === "earn" && Number(points) < 0)) expect(balance).toBe(Number(after));
      else balance = Number(after);
      expect(balance).toBeGreaterThanOrEqual(0);
    }
  }
  const {earned, redeemed, expired, adjusted, outstanding} = sample.truth.loyalty;
  expect(earned + redeemed + expired + adjusted).toBe(outstanding);
  const lives = entries
    .filter(({movement}) => movement === "earn")
    .map((row) => utc(row.expires_at!) - utc(row.booked_at!));
  expect(new Set(lives.map((life) => life / 86_400_000))).toEqual(new Set([365]));
});

test("what customers last said of mail is what their record says", async () => {
  const last = new Map((await sound("mail/consents.csv.gz")).map((row) => [row.Email!, row["Opted in"]!]));
  const customers = sample.rows("shop/customers.csv").filter(({Tags}) => Tags !== undefined);
  const different = customers.filter(
    (row) => last.has(row.Email!) && last.get(row.Email!) !== row["Accepts Email Marketing"]
  );
  // One consent is neither yes nor no.
  expect(last.size).toBeGreaterThanOrEqual(2399);
  expect(different.length).toBeLessThanOrEqual(1);
});

test("campaign reports count the touches, and control groups hold three tenths drawn without regard to orders", async () => {
  const touches = await sound("mail/touches.csv.gz");
  const buyers = new Set(orderHeads(sample).map(({Email}) => Email!.toLowerCase()));
  for (const {id, treated, control, opened, clicked, unsubscribed} of sample.truth.mail.mailings) {
    const own = touches.filter((row) => row["Campaign Id"] === id);
    const inArm = (arm: string) => own.filter(({Group}) => Group === arm);
    expect(treated + control - own.length).toBeLessThanOrEqual(1);
    const filled = (column: string) => own.filter((row) => row[column] !== "").length;
    expect(opened - filled("Opened at")).toBeLessThanOrEqual(1);
    expect([clicked - filled("Clicked at"), unsubscribed - filled("Unsubscribed at")].every((rest) => rest <= 1)).toBe(
      true
    );
    if (control === 0) continue;
    expect(Math.abs(control / (treated + control) - 0.3)).toBeLessThan(0.04);
    const share = (arm: string) =>
      inArm(arm).filter((row) => buyers.has(row["Email Address"]!)).length / inArm(arm).length;
    expect(Math.abs(share("treated") - share("control"))).toBeLessThan(0.05);
  }
});

test("a ticket's events begin with its creation, and their first reply and last solution are those of its row", async () => {
  const events = new Map(groups(await sample.table("helpdesk/ticket_events.csv.gz"), ({Ticket}) => Ticket!));
  const isWhole = (own: Row[]) => own.every(({Time}) => !Number.isNaN(utc(Time!)));
  const tickets = await sound("helpdesk/tickets.csv", ({Id}) => Id !== "" && isWhole(events.get(Id!)!));
  let replied = 0;
  for (const ticket of tickets) {
    const own = events.get(ticket.Id!)!;
    const at = (test: (row: Row) => boolean) => own.filter(test).map(({Time}) => Time!);
    expect([own[0]!.Event, own[0]!.Time]).toEqual(["created", ticket["Created at"]]);
    const [first] = at(({Event, By}) => Event === "reply" && By === "agent");
    const minutes = ticket["First reply time in minutes"]!;
    if (first !== undefined) {
      replied++;
      expect(Math.abs((utc(first) - utc(ticket["Created at"]!)) / 60_000 - Number(minutes))).toBeLessThanOrEqual(0.52);
    }
    expect(at(({To}) => To === "Solved").at(-1) ?? "").toBe(ticket["Solved at"]);
    expect(at(({Event, By}) => Event === "reply" && By === "agent")).toHaveLength(Number(ticket.Replies));
    expect(at(({From, To}) => From === "Solved" && To === "Open")).toHaveLength(Number(ticket.Reopens));
  }
  expect(replied).toBeGreaterThan(1000);
});

test("a deal's stays follow each other without a gap and end in its stage", async () => {
  const deals = await sound("crm/trade.xlsx#Deals");
  const stages = new Map<string, Row[]>();
  let key = "";
  for (const row of await sample.table("crm/trade.xlsx#Stage History")) {
    key = row["Deal Id"] || key;
    stages.set(key, [...(stages.get(key) ?? []), row]);
  }
  const {trade} = sample.truth;
  expect([trade.won + trade.lost + trade.open, deals.length + 1]).toEqual([trade.converted, trade.converted]);
  for (const deal of deals) {
    const stays = stages.get(deal["Record Id"]!)!;
    expect(stays.at(-1)!.Stage).toBe(deal.Stage);
    for (const [index, stay] of stays.slice(1).entries())
      if (stay.Entered !== "2025-02-29") expect(stay.Entered).toBe(stays[index]!.Left);
  }
});

test("each order of the last weeks in web or app ends a visit", async () => {
  const purchases = (await sound("web/events.ndjson.gz")).filter(({event}) => event === "purchase");
  const from = Math.min(...purchases.map(({timestamp}) => Date.parse(timestamp!)));
  const orders = orderHeads(sample).filter(
    (row) =>
      ["web", "app"].includes(row.Source!) && Date.parse(row["Created at"]!.replace(/ (...)(..)$/, "$1:$2")) >= from
  );
  expect(Math.abs(orders.length - purchases.length)).toBeLessThanOrEqual(2);
  expect(sample.truth.web.purchases).toBeGreaterThan(300);
  expect(sum(Object.values(sample.truth.reviews.stars))).toBe(sample.truth.reviews.reviews);
});

test("each invitation to a wave is listed once, and every answer of it is somebody's who was asked", async () => {
  const invited = await sample.table("survey/invitations.csv.gz");
  const counted = rollup(
    invited,
    (rows) => rows.length,
    ({Wave}) => Wave!
  );
  for (const {wave, invited: n} of sample.truth.waves) expect([wave, counted.get(waveName(wave))]).toEqual([wave, n]);
  expect(new Set(invited.map((row) => `${row.Wave} ${row["E-mail"]}`)).size).toBe(invited.length);
  expect(sample.truth.invitations.invitations).toBe(invited.length);
});

test("the Kano survey has the shares of answers that it was drawn from", async () => {
  const answers = await sample.table("survey/kano_2026.csv");
  expect(answers).toHaveLength(sample.truth.kano.answers);
  const share = (column: string, word: string) => answers.filter((row) => row[column] === word).length / answers.length;
  expect(share("Gift wrapping: if we have it", "I like it")).toBeCloseTo(0.7, 1);
  expect(share("Undamaged on arrival: if we do not", "I dislike it")).toBeCloseTo(0.85, 1);
  expect(share("Calls with offers: if we have it", "I dislike it")).toBeCloseTo(0.56, 1);
});
