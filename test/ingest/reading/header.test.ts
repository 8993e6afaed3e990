import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {cells} from "../../../ingest/reading/cells.ts";
import {headerOf, normalHeader} from "../../../ingest/reading/header.ts";

/** Rows of a text; `|` stands between cells. */
const table = (...lines: string[]) => lines.map((line) => line.split("|"));
const plain = {skip: 0, header: 1};
const of = (rows: string[][], wanted: string[] = []) => headerOf(rows, {wanted});

describe("the header of each system's export is found, whether its names are known or not", () => {
  it.each([
    [
      "Shopify, whose orders go on in rows without order",
      ["Name", "Email", "Created at", "Lineitem sku"],
      table(
        "Name|Email|Financial Status|Paid at|Currency|Subtotal|Total|Created at|Lineitem quantity|Lineitem name|Lineitem price|Lineitem sku|Billing Zip|Id",
        "#1050|koper@example.com|paid|2026-05-01 10:00:00 +0200|EUR|37.95|42.90|2026-05-01 10:00:00 +0200|1|Matcha Essence|37.95|MAT-50|'1234AB|5551",
        "#1050|koper@example.com|||||||2|Whisk|12.00|WHI-1||",
        "|||||||||1|Bowl|20.00|BOW-1|"
      )
    ],
    [
      "Amazon",
      ["order-id", "purchase-date"],
      table(
        "order-id|order-date|order-status|item-price|currency|buyer-email",
        "123-456|2026-05-01|Shipped|12.5|EUR|a@example.com"
      )
    ],
    [
      "Stripe",
      ["id", "Created (UTC)"],
      table("id|Description|Created (UTC)|Amount|Currency|Customer ID", "ch_1||2026-05-01 10:00|12.50|usd|cus_1")
    ],
    [
      "淘宝",
      ["订单编号", "买家会员名", "订单创建时间"],
      table(
        "订单编号|买家会员名|买家支付宝账号|买家应付货款|总金额|订单状态|收货人姓名|订单创建时间|订单付款时间|宝贝标题",
        "='1234567890123456'|tb_1||35.00|35.00|交易成功|张三|2026-05-01 10:00:00|0000-00-00|茶叶 100g"
      )
    ],
    [
      "抖店",
      ["主订单编号", "子订单编号", "订单提交时间"],
      table(
        "\ufeff主订单编号|子订单编号|选购商品|商品规格|商品数量|订单应付金额|收件人|收件人手机号|订单提交时间|订单状态",
        "\t6917000000000000001|\t6917000000000000001|抹茶|50g|1|37.95|##密文|$$密文|2026-05-01 10:00:00|已发货"
      )
    ],
    [
      "Zoho CRM",
      ["Record Id", "Deal Name", "Created Time"],
      table(
        "Record Id|Deal Owner.id|Deal Owner|Amount|Deal Name|Closing Date|Account Name.id|Stage|Created Time",
        "zcrm_1|zcrm_2|Ann|$1,200.00|Renewal|2026-06-01|zcrm_3|Closed Won|2026-05-01 10:00:00"
      )
    ],
    [
      "HubSpot",
      ["Record ID", "Deal Name"],
      table(
        "Record ID|Deal Name|Deal Stage|Amount|Deal owner|Close Date",
        "1|Renewal|qualifiedtobuy|1200|Ann|2026-06-01 10:00"
      )
    ],
    [
      "Salesforce",
      ["Id", "AccountId"],
      table("id|account_id|amount|close_date|is_won|stage_name", "006A|001A|1200.0|2026-06-01|true|Closed Won")
    ],
    [
      "纷享销客",
      ["客户名称", "客户编号", "创建时间"],
      table(
        "客户名称（必填）|客户编号|客户级别|成交状态|负责人（必填）|创建时间|电话|人员-普通成员-只读",
        "上海某某有限公司|C0001|A|已成交|李四(已停用)|2026-05-01 10:00|021-12345678|"
      )
    ],
    [
      "Zendesk",
      ["Id", "Requester", "Created at"],
      table(
        "Summation column|Id|Requester|Requester id|Requester email|Subject|Status|Created at|Satisfaction Score|Severity [list]",
        "1|35436|Ann|20978|ann@example.com|Help|Closed|2026-05-01 10:00|Offered|-"
      )
    ],
    [
      "Freshdesk",
      ["Ticket ID", "Created time"],
      table(
        "Ticket ID|Subject|Status|Priority|Created time|Resolved time|First response time (in hrs)|Tags",
        "1|Help|Closed|Low|2026-05-01 10:00:00|2026-05-02 10:00:00|00:12:00|"
      )
    ],
    [
      "Zoho Desk",
      ["TicketExtId", "Created Time"],
      table(
        "TicketExtId|ContactExtId|Subject|Created Time|Closed Time|Status",
        "1|2|Help|2026-05-01T10:00:00.000Z||Open"
      )
    ],
    [
      "Typeform",
      ["#", "Submit Date (UTC)"],
      table(
        "#|How likely are you to recommend us?|Why?|Start Date (UTC)|Submit Date (UTC)|Network ID",
        "a1b2c3|9|Good|2026-05-01 10:00:00|2026-05-01 10:01:00|f00"
      )
    ],
    [
      "问卷星",
      ["序号", "提交答卷时间"],
      table(
        "序号|提交答卷时间|所用时间|来源|来源详情|来自IP|1、您有多大可能推荐我们？|2、为什么？",
        "1|2026/5/1 10:00:00|10秒|微信|N/A|127.0.0.1(本地)|9|好"
      )
    ],
    [
      "Google Play",
      ["Package Name", "Star Rating"],
      table(
        "Package Name|App Version Code|Reviewer Language|Device|Review Submit Date and Time|Star Rating|Review Text|Review Link",
        "com.example|42|en|pixel|2026-05-01T10:00:00Z|5|Nice|https://example.com?reviewId=1"
      )
    ],
    [
      "Mailchimp",
      ["Email Address", "OPTIN_TIME"],
      table(
        "Email Address|First Name|MEMBER_RATING|OPTIN_TIME|CC|LEID",
        "ann@example.com|Ann|2|2026-05-01 10:00:00|GB|1"
      )
    ],
    [
      "UCI Online Retail",
      ["InvoiceNo", "InvoiceDate"],
      table(
        "InvoiceNo|StockCode|Quantity|InvoiceDate|UnitPrice|CustomerID",
        "536365|85123A|6|2010-12-01 08:26:00|2.55|17850"
      )
    ],
    [
      "a table whose first column has no name",
      ["rating", "date"],
      table("|rating|date|variation", "0|5|31-Jul-18|Charcoal", "1|5|31-Jul-18|Charcoal")
    ]
  ])("%s", (_, wanted, rows) => {
    expect(of(rows, wanted)).toEqual(plain);
    expect(of(rows)).toEqual(plain);
    expect(of(rows, ["something", "else"])).toEqual(plain);
  });
});

describe("headers of several rows", () => {
  const qualtrics = table(
    "StartDate|EndDate|Status|Progress|ResponseId|Q1",
    'Start Date|End Date|Response Type|Progress|Response ID|How likely are you to recommend us, "really"?',
    '{"ImportId":"startDate","timeZone":"UTC"}|{"ImportId":"endDate","timeZone":"UTC"}|{"ImportId":"status"}|{"ImportId":"progress"}|{"ImportId":"_recordId"}|{"ImportId":"QID1"}',
    "2026-05-01 10:00:00|2026-05-01 10:01:00|IP Address|100|R_1|9"
  );
  it("Qualtrics has three", () => {
    expect(of(qualtrics)).toEqual({skip: 0, header: 3});
    expect(of(qualtrics, ["startdate", "responseid"])).toEqual({skip: 0, header: 3});
  });
  it("Qualtrics has two where the questions were left out", () =>
    expect(of([qualtrics[0]!, qualtrics[2]!, qualtrics[3]!])).toEqual({skip: 0, header: 2}));

  const names =
    "Respondent ID|Collector ID|Start Date|End Date|IP Address|Email Address|First Name|Last Name|Custom Data 1";
  const answer = "1|2|05/01/2026 10:00:00 AM|05/01/2026 10:01:00 AM|10.0.0.1||||";
  it.each([
    ["answer options", "Which do you use?|||Why?", "Phone|Tablet|Other (please specify)|Open-Ended Response"],
    ["one question each", "How are we?|Why?", "Response|Open-Ended Response"],
    ["Chinese", "您的评价|原因", "回复|开放式回复"]
  ])("SurveyMonkey has two: %s", (_, questions, options) => {
    const rows = table(`${names}|${questions}`, `|||||||||${options}`, `${answer}|Phone||||Good`);
    expect(of(rows)).toEqual({skip: 0, header: 2});
    expect(of(rows, ["respondent id", "end date"])).toEqual({skip: 0, header: 2});
  });
  it("an order that goes on in the first row of an excerpt is no second header", () =>
    expect(of(table("Name|Email|Total|Lineitem name|Lineitem sku", "|||Bowl|BOW-1"))).toEqual(plain));
});

describe("what stands above the header is skipped", () => {
  const rows = table("订单编号|买家会员名|总金额|订单创建时间", "1|tb_1|35.00|2026-05-01", "2|tb_2|35.00|2026-05-02");
  const wanted = ["订单编号", "订单创建时间"];
  it.each([
    ["a title alone", [["订单报表"]], 1],
    ["a title in a row of empty cells", [["订单报表", "", "", ""]], 1],
    ["the time of the export", [["导出时间：2026-06-01 10:00"]], 1],
    ["the time of the export in its own cell", [["导出时间：", "2026-06-01 10:00", "", ""]], 1],
    ["several of them", [["订单报表"], ["", "", "", ""], ["店铺：", "某某旗舰店", "", ""], ["共2条"]], 4],
    ["Excel's delimiter", [["sep=;"]], 1],
    ["Excel's delimiter, cut at it", [["\ufeffsep=", ""]], 1]
  ])("%s", (_, above, skip) => {
    expect(of([...above, ...rows], wanted)).toEqual({skip, header: 1});
    expect(of([...above, ...rows])).toEqual({skip, header: 1});
  });
  it("two pairs in one row, where the names below are known", () =>
    expect(of([["Shop", "North", "", ""], ...rows], wanted)).toEqual({skip: 1, header: 1}));
  it("names of groups above the names of columns", () =>
    expect(of([["订单", "", "", "时间"], ...rows], wanted)).toEqual({skip: 1, header: 1}));
  it("but not a header under which rows name columns", () =>
    expect(of(table("Table|Field|Description", "accounts|account|Company name"), ["account", "company name"])).toEqual(
      plain
    ));
  it("nor the header of a file of one column", () =>
    expect(of([["email"], ["a@example.com"], ["b@example.com"]])).toEqual(plain));
});

describe("a file without header is told by its first row", () => {
  it.each([
    ["numbers", table("00004|0001|19970101|2|29.33", "00004|0001|19970118|2|29.73")],
    ["an order", table("O-1|ann@example.com|2026-05-01|12.50", "O-2|bob@example.com|2026-05-02|13.00")],
    ["addresses of customers", table("ann@example.com|Ann|Lee", "bob@example.com|Bob|Ray")],
    [
      "baskets of any length",
      table(
        "fruit|bread|butter|soup",
        "fruit|yogurt|coffee",
        "milk",
        "fruit|yogurt|cheese|paste",
        "greens|milk|cream|bakery",
        "milk|butter|yogurt|rice|cleaner",
        "rolls",
        "fruit|milk|rolls|beer|spirits",
        "pots",
        "flour|milk"
      )
    ],
    ["amounts with their sign", table("A|£12.50|2026-05-01", "B|£13.50|2026-05-02")]
  ])("%s", (_, rows) => {
    expect(of(rows)).toEqual({skip: 0, header: 0});
    expect(of(rows, ["order id", "email"])).toEqual({skip: 0, header: 0});
  });
  it.each([
    ["years over numbers", table("product|2023|2024|2025", "tea|1|2|3", "rice|4|5|6")],
    ["numbers over texts", table("1001|1002|1003", "yes|no|yes", "no|no|yes")],
    [
      "names above rows with a comma too many",
      table("id|text", "1|good", "2|good|cheap", "3|a|b|c", "4|a|b|c|d", "5|x")
    ],
    ["words over words", table("product|series", "GTX Basic|GTX")]
  ])("but a header can hold %s", (_, rows) => expect(of(rows)).toEqual(plain));
  it("a wanted name in it is a header", () =>
    expect(of(table("2026-05-01|total", "2026-05-01|5"), ["total"])).toEqual(plain));
});

const datasets = fileURLToPath(new URL("../../../../shared/datasets", import.meta.url));

describe.runIf(existsSync(datasets))("public data sets", () => {
  const first = (name: string, cut: (line: string) => string[]) =>
    readFileSync(join(datasets, name), "utf8").split("\n").slice(0, 20).map(cut);
  it.each([
    ["groceries/groceries.csv", ",", {skip: 0, header: 0}],
    ["crm-sales/accounts.csv", ",", plain],
    ["crm-sales/data_dictionary.csv", ",", plain],
    ["crm-sales/sales_pipeline.csv", ",", plain],
    ["helpdesk/helpdesk.csv", ",", plain],
    ["identity/fake_1000.csv", ",", plain],
    ["reviews/amazon_alexa.tsv", "\t", plain],
    ["reviews/waimai_10k.csv", ",", plain]
  ])("%s", (name, delimiter, expected) => {
    const rows = first(name, (line) => cells(line, delimiter));
    expect(of(rows)).toEqual(expected);
    expect(of(rows, ["account", "company name", "email"])).toEqual(expected);
  });
  it("cdnow/CDNOW_sample.txt", () =>
    expect(of(first("cdnow/CDNOW_sample.txt", (line) => cells(line, "whitespace")))).toEqual({skip: 0, header: 0}));
});

it("a plain table has one header row, whatever its cells hold", () => {
  const name = fc
    .stringMatching(/^[A-Za-z\u4e00-\u9fa5][A-Za-z\u4e00-\u9fa5 _.()]{0,20}$/)
    .filter((text) => text.trim() !== "");
  const cell = fc.oneof(
    fc.string({maxLength: 12}),
    fc.constant(""),
    fc.double({noNaN: true}).map(String),
    fc.integer().map(String),
    fc.emailAddress(),
    fc.constantFrom("2026-05-01", "2026-05-01 10:00:00", "£12.50", "Response rate", "sep", "订单")
  );
  const tables = fc
    .integer({min: 1, max: 12})
    .chain((columns) =>
      fc.tuple(
        fc.array(name, {minLength: columns, maxLength: columns}),
        fc.array(fc.array(cell, {minLength: columns, maxLength: columns}), {maxLength: 19}),
        fc.subarray(["id", "order id", "email", "total", "订单编号"])
      )
    );
  fc.assert(
    fc.property(tables, ([header, rows, wanted]) => {
      expect(of([header, ...rows], wanted)).toEqual(plain);
      expect(of([header, ...rows], [...wanted, ...header])).toEqual(plain);
    }),
    {numRuns: 2000}
  );
});

it("headers compare without what systems and spreadsheets dress them with", () => {
  for (const text of [
    "Deal Owner",
    "deal owner",
    " Deal  Owner ",
    "\ufeffDeal Owner",
    '"Deal Owner',
    "'Deal Owner",
    "Ｄｅａｌ　Ｏｗｎｅｒ",
    '="Deal Owner"'
  ]) {
    expect(normalHeader(text)).toBe("deal owner");
  }
  expect(["客户名称（必填）", "客户名称(必填)", "\t客户名称 （必填） "].map(normalHeader)).toEqual(
    Array(3).fill("客户名称")
  );
  expect(normalHeader("Severity [list]")).toBe("severity");
  expect(normalHeader("Amount (EUR)")).toBe("amount (eur)");
  expect(normalHeader("领取/分配时间")).toBe("领取/分配时间");
});

it("a header in its normal form stays as it is", () => {
  const part = fc.oneof(
    fc.string({unit: "grapheme", maxLength: 6}),
    fc.constantFrom("（必填）", " [list]", "'", '"', '="', " ")
  );
  fc.assert(
    fc.property(fc.array(part, {maxLength: 6}), (parts) => {
      const once = normalHeader(parts.join(""));
      expect(normalHeader(once)).toBe(once);
    }),
    {numRuns: 3000}
  );
});
