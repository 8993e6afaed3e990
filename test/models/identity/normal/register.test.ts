import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import {beforeAll, describe, expect, it} from "vitest";
import {registerNormalisers} from "../../../../models/identity/normal/register.ts";

const rules = {region: "CN", emailDots: true, emailTags: true};
let connection: DuckDBConnection;

beforeAll(async () => {
  connection = await (await DuckDBInstance.create(":memory:", {threads: "2"})).connect();
  registerNormalisers(connection, rules);
});

const value = async (sql: string) => (await connection.runAndReadAll(`select ${sql}`)).getRowsJS()[0]![0];

describe("the normalisers are functions of the engine", () => {
  it.each([
    ["normal_phone('138-0013-8000')", "+8613800138000"],
    ["normal_email('Ann.Lee+x@GMail.com')", "annlee@gmail.com"],
    ["normal_company('華為技術有限公司')", "华为技术"],
    ["normal_postal('sw1a 1aa')", "SW1A1AA"],
    ["normal_city('北京市')", "北京"],
    ["normal_birth('2/1/1990')", "1990-01-02"],
    ["normal_tax_id('91350100m000100y43')", "91350100M000100Y43"],
    ["sound('smith')", "SM0"],
    ["is_company_name('Acme Ltd')", true],
    ["is_company_name('Ann Lee')", false],
    ["string_split(normal_person('Robert John', 'Smith', null), chr(31))[3]", "smith"],
    ["normal_person(null, null, '張偉')", "wei\u001f\u001fzhang\u001f张伟"],
    ["normal_person('Ann', null, null)", "ann\u001f\u001f\u001f"],
    ["normal_street('12 High Street')", "12\u001fhigh st"],
    ["normal_street('High Street')", "\u001fhigh st"]
  ])("%s", async (sql, result) => expect(await value(sql)).toBe(result));

  it.each([
    "normal_phone",
    "normal_email",
    "normal_company",
    "normal_postal",
    "normal_city",
    "normal_birth",
    "normal_tax_id",
    "sound",
    "normal_street",
    "is_company_name"
  ])("%s of null is null", async (name) => {
    expect(await value(`${name}(null)`)).toBeNull();
    expect(await value(`count(*) filter (${name}(x) is null) from (values (null::varchar), ('')) t(x)`)).toBe(
      name === "is_company_name" ? 1n : 2n
    );
  });

  it("normal_person of nobody is null", async () => {
    expect(await value("normal_person(null, null, null)")).toBeNull();
    expect(await value("normal_person('张*', '', 'unknown')")).toBeNull();
  });
});

it("every row of many has its own value, in any order of work", async () => {
  const wrong = await connection.runAndReadAll(`
    select count(*) from (
      select i, case when i % 7 = 0 then null else '1380013' || lpad(cast(i % 10000 as varchar), 4, '0') end as phone
      from range(100000) r(i))
    where normal_phone(phone) is distinct from '+86' || phone`);
  expect(wrong.getRowsJS()).toEqual([[0n]]);
});

it("registered again, the latest rules hold", async () => {
  registerNormalisers(connection, {region: "US", emailDots: false, emailTags: false});
  expect(await value("normal_phone('(415) 555-2671')")).toBe("+14155552671");
  expect(await value("normal_birth('1/2/1990')")).toBe("1990-01-02");
  expect(await value("normal_email('Ann.Lee+x@GMail.com')")).toBe("ann.lee+x@gmail.com");
  registerNormalisers(connection, rules);
  expect(await value("normal_birth('1/2/1990')")).toBe("1990-02-01");
});
