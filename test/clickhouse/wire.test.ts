import {createReadStream, createWriteStream, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pipeline} from "node:stream/promises";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {clickhouseSettings} from "../../warehouse/clickhouse/settings.ts";
import {Warehouse} from "../../warehouse/warehouse.ts";
import {startNode, type BridgeNode} from "./bridge/startNode.ts";
import {clientOf, type OfficialClient} from "./officialClient.ts";

const why = process.env.PERENNIAL_NO_CHDB;

describe.skipIf(why)("ClickHouse's official client, over HTTP", () => {
  let node: BridgeNode;
  let client: OfficialClient;
  let duckdb: Warehouse;
  const folder = mkdtempSync(join(tmpdir(), "perennial-wire-"));
  beforeAll(async () => {
    duckdb = await Warehouse.open(":memory:");
    node = await startNode();
    const first = clientOf(node);
    await first.command({query: "create database shop"});
    await first.close();
    client = clientOf(node, {database: "shop", clickhouse_settings: clickhouseSettings});
  });
  afterAll(async () => {
    await client.close();
    await node.close();
    duckdb.close();
    rmSync(folder, {recursive: true});
  });

  const rows = async (query: string, more: object = {}) =>
    (await client.query({query, format: "JSONEachRow", ...more})).json();
  const codeOf = (query: string, as = client) => as.command({query}).then(String, ({code, type}) => `${code} ${type}`);
  /** Writes the answer to a Parquet file, as it comes. */
  const take = async (query: string, file: string, as = client) =>
    pipeline((await as.exec({query: `${query} format Parquet`})).stream, createWriteStream(file));

  it("every type of the contracts survives the way to ClickHouse and back as Parquet", async () => {
    await duckdb.run(`create table given as select * from (values
      (9007199254740993, 2147483647, 99999999999999.9999::decimal(18,4), 0.1::double, date '1931-04-05',
       timestamp '1969-12-31 23:59:59.999999', true, 'd''Été ''\\n'' a\\b "c" 漢字 👋' || chr(9) || chr(10) || 'e'),
      (-9223372036854775808, -2147483648, -0.0001, -1e300, date '2299-12-31',
       timestamp '2026-06-30 12:00:00.000001', false, ''),
      (null, null, null, null, null, null, null, null)) t (big, small, amount, weight, day, instant, flag, word)`);
    const typed = "big::bigint big, small::integer small, amount, weight::double weight, day, instant, flag, word";
    await duckdb.run(`copy (select ${typed} from given) to '${folder}/given.parquet' (format parquet)`);
    await client.command({
      query: `create table typed (big Nullable(Int64), small Nullable(Int32), amount Nullable(Decimal(18, 4)),
        weight Nullable(Float64), day Nullable(Date32), instant Nullable(DateTime64(6, 'UTC')), flag Nullable(Bool),
        word Nullable(String)) engine = MergeTree order by tuple()`
    });
    await client.insert({table: "typed", values: createReadStream(`${folder}/given.parquet`), format: "Parquet"});
    expect(
      await rows("select toString(big) big, toString(amount) amount, toString(instant) instant, word from typed")
    ).toEqual([
      {
        big: "9007199254740993",
        amount: "99999999999999.9999",
        instant: "1969-12-31 23:59:59.999999",
        word: "d'Été '\\n' a\\b \"c\" 漢字 👋\t\ne"
      },
      {big: "-9223372036854775808", amount: "-0.0001", instant: "2026-06-30 12:00:00.000001", word: ""},
      {big: null, amount: null, instant: null, word: null}
    ]);
    await take("select * from typed", `${folder}/taken.parquet`);
    const taken = `select ${typed.replace("instant", "instant::timestamp instant")} from '${folder}/taken.parquet'`;
    expect(await duckdb.rows(`${taken} except all select ${typed} from given`)).toEqual([]);
    expect(await duckdb.rows(`select ${typed} from given except all ${taken}`)).toEqual([]);
  });

  it("no rows are a Parquet file with its columns", async () => {
    await take("select toInt64(number) as n, toDate32('1969-07-20') as day from numbers(0)", `${folder}/none.parquet`);
    expect(
      await duckdb.rows(`select name from parquet_schema('${folder}/none.parquet') where type is not null`)
    ).toEqual([{name: "n"}, {name: "day"}]);
  });

  it("many rows go over and come back, gzipped or not", async () => {
    const [given, taken] = [`${folder}/many.parquet`, `${folder}/again.parquet`];
    await duckdb.run(`copy (select range as n, md5(range::varchar) as key from range(300000)) to '${given}'`);
    await client.command({query: "create table many (n Int64, key String) engine = MergeTree order by n"});
    const zipped = clientOf(node, {database: "shop", compression: {request: true, response: true}});
    for (const as of [client, zipped]) {
      await as.command({query: "truncate table many"});
      await as.insert({table: "many", values: createReadStream(given), format: "Parquet", columns: ["n", "key"]});
      await take("select n, key from many", taken, as);
      expect(await duckdb.rows(`from '${given}' except all from '${taken}' limit 3`)).toEqual([]);
      expect(await duckdb.row(`select count(*) as n from '${taken}'`)).toEqual({n: 300_000});
    }
    await zipped.close();
  });

  it("parameters hold whatever text, and nulls", async () => {
    const word = "Robert'); drop table typed;-- \\ \t\n漢";
    expect(
      await rows("select {word:String} as word, {none:Nullable(Int64)} as none, {list:Array(String)} as list", {
        query_params: {word, none: null, list: ["a'b", "c\\d"]}
      })
    ).toEqual([{word, none: null, list: ["a'b", "c\\d"]}]);
  });

  it("settings hold for their statement alone, and the warehouse's for each of its own", async () => {
    const miss = "select b.n as n from (select 1 as n) a left join (select 2 as n) b on a.n = b.n";
    const bare = clientOf(node, {database: "shop"});
    expect(await rows(miss)).toEqual([{n: null}]);
    expect(await (await bare.query({query: miss, format: "JSONEachRow"})).json()).toEqual([{n: 0}]);
    const threads = "select getSetting('max_threads') as n";
    expect(await rows(threads, {clickhouse_settings: {max_threads: 7}})).toEqual([{n: 7}]);
    expect(await rows(threads)).not.toEqual([{n: 7}]);
    await bare.close();
  });

  it("errors have the numbers and names of the server's", async () => {
    expect(await codeOf("selec 1")).toBe("62 SYNTAX_ERROR");
    expect(await codeOf("select 1; select 2")).toBe("62 SYNTAX_ERROR");
    expect(await codeOf("select * from nowhere")).toBe("60 UNKNOWN_TABLE");
    expect(await codeOf("select nothing from system.one")).toBe("47 UNKNOWN_IDENTIFIER");
    expect(await codeOf("set nothing = 1")).toBe("115 UNKNOWN_SETTING");
    const elsewhere = clientOf(node, {database: "elsewhere"});
    expect(await codeOf("select 1", elsewhere)).toBe("81 UNKNOWN_DATABASE");
    await elsewhere.close();
  });

  it("a null where none may be is refused, not turned into zero", async () => {
    await client.command({query: "create table strict (n Int64) engine = MergeTree order by n"});
    expect(await codeOf("insert into strict select cast(null as Nullable(Int64))")).toMatch(/^349 /);
    expect(await rows("select * from strict")).toEqual([]);
  });

  it("statements run beside each other", async () => {
    const slow = codeOf("select sleep(1)");
    let isDone = false;
    void slow.then(() => (isDone = true));
    expect(await client.ping()).toEqual({success: true});
    expect(await rows("select 1 as one")).toEqual([{one: 1}]);
    expect(isDone).toBe(false);
    await slow;
  });
});

describe.skipIf(why)("a node that is not as it should be", () => {
  it("lets nobody in without the password", async () => {
    const node = await startNode({user: "perennial", password: "a:b'c"});
    const said = async (password: string) => {
      const client = clientOf(node, {username: "perennial", password});
      const answer = await client.command({query: "select 1"}).then(
        () => "in",
        ({code, type}) => `${code} ${type}`
      );
      await client.close();
      return answer;
    };
    expect(await said("guess")).toBe("516 AUTHENTICATION_FAILED");
    expect(await said("a:b'c")).toBe("in");
    await node.close();
  });

  it("is older, or refuses a right", async () => {
    const node = await startNode({version: "24.3.1.1", refuses: "^create database"});
    const client = clientOf(node);
    const said = await client.query({query: "select version() as version", format: "JSONEachRow"});
    expect(await said.json()).toEqual([{version: "24.3.1.1"}]);
    await expect(client.command({query: "create database shop"})).rejects.toMatchObject({code: "497"});
    await client.close();
    await node.close();
  });

  it("breaks off in the middle of an answer, which is an error also of what streams it", async () => {
    const node = await startNode({breaks: "from numbers"});
    const client = clientOf(node);
    const numbers = {query: "select number from numbers(1000) format Parquet"};
    const taken = async () => {
      for await (const _ of (await client.exec(numbers)).stream);
    };
    await expect(taken()).rejects.toThrow("aborted");
    const waiting = {...numbers, clickhouse_settings: {wait_end_of_query: 1}};
    await expect(client.exec(waiting)).rejects.toMatchObject({code: "241", type: "MEMORY_LIMIT_EXCEEDED"});
    await client.close();
    await node.close();
  });

  it("dies at a statement, refuses connections, and has its rows when it is back", async () => {
    const node = await startNode({dies: "^insert into kept"});
    const client = clientOf(node);
    await client.command({query: "create database shop"});
    await client.command({query: "create table shop.kept (n Int64) engine = MergeTree order by n"});
    await client.command({query: "insert into shop.kept values (1)"});
    await expect(client.command({query: "insert into kept values (2)"})).rejects.toMatchObject({code: "ECONNRESET"});
    await expect(client.command({query: "select 1"})).rejects.toMatchObject({code: "ECONNREFUSED"});
    expect(await client.ping()).toMatchObject({success: false, error: {code: "ECONNREFUSED"}});
    const again = await startNode({folder: node.folder, port: node.port});
    expect(await (await client.query({query: "select n from shop.kept", format: "JSONEachRow"})).json()).toEqual([
      {n: 1}
    ]);
    await client.close();
    await again.kill();
    await node.close();
  });
});
