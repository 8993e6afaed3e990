import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, test, vi} from "vitest";
import {repair} from "../../dashboards/build/swap.ts";
import {toyPage, toySite, type Toy} from "./toySite.ts";

let toy: Toy;
beforeEach(() => void (toy = toySite()));
afterEach(() => {
  vi.unstubAllGlobals();
  rmSync(toy.folder, {recursive: true});
});

const read = (path: string): string => readFileSync(join(toy.dist, path), "utf8");
const everyFile = (): string[] => readdirSync(toy.dist, {recursive: true, encoding: "utf8"}).sort();

describe("a published site", () => {
  test("has every page in both languages, and says which language each is in", async () => {
    await toy.build([toyPage("/"), toyPage("/cohorts")]);
    expect(read("cohorts.html")).toContain('<html lang="en" data-root="./">');
    expect(read("zh/cohorts.html")).toContain('<html lang="zh-CN" data-root="../">');
    expect(read("zh/index.html")).toContain("<h1>问题</h1>");
    expect(read("index.html")).not.toContain("maximum-scale");
  });

  test("is built without asking the network for anything", async () => {
    const asked = vi.fn(() => Promise.reject(new Error("offline")));
    vi.stubGlobal("fetch", asked);
    await toy.build([toyPage("/")]);
    expect(asked).not.toHaveBeenCalled();
  });

  test("links by relative file names, so that any static host serves it from any folder", async () => {
    await toy.build([
      toyPage("/"),
      toyPage("/cohorts", '<a id="x" href="/zh/cohorts?theme=a%26b&amp;n=50%25#content">c</a>')
    ]);
    expect(read("cohorts.html")).toContain('href="./zh/cohorts.html?theme=a%26b&amp;n=50%25#content"');
    expect(read("zh/cohorts.html")).toContain('href="./cohorts.html?theme=a%26b&amp;n=50%25#content"');
  });

  test("shows text that looks like a live expression, blank lines and all, as it is", async () => {
    await toy.build([toyPage("/", "<pre>a\n\n    ${1 + 1} `b` **c** $&</pre>")]);
    expect(read("index.html")).toContain("<pre>a\n\n    ${1 + 1} `b` **c** $&</pre>");
  });

  test("has the same bytes when it is built again", async () => {
    const contents = () => everyFile().map((path) => [path, path.includes(".") ? read(path) : ""]);
    toy.live("toy", "export const start = (rows: number[]) => rows.length;");
    const pages = [toyPage("/", "", {module: "toy", data: () => Array.from({length: 60_000}, (_, i) => i)})];
    await toy.build(pages);
    const first = contents();
    await toy.build(pages);
    expect(contents()).toEqual(first);
  });

  test("keeps start data in the page while small, beside it when large", async () => {
    toy.live("toy", "export const start = (rows: unknown[]) => rows.length;");
    const large = Array.from({length: 60_000}, (_, i) => i);
    const report = await toy.build([
      toyPage("/", "", {module: "toy", data: () => ["</script><!-- ${x}"]}),
      toyPage("/large", "", {module: "toy", data: () => large})
    ]);
    expect(read("index.html")).toContain('start(["\\u003c/script>\\u003c!-- \\u0024{x}"])');
    const [file] = everyFile().filter((path) => /^data\/start\/large\.[0-9a-f]{8}\.json$/.test(path));
    expect(JSON.parse(read(file!))).toEqual(large);
    expect(report.pages.find(({address}) => address === "/large")!.data).toBeGreaterThan(1_000);
  });

  test("carries files for browser code under data/", async () => {
    await toy.build([toyPage("/")], {writeFiles: async (folder) => writeFileSync(join(folder, "a.arrow"), "x")});
    expect(read("data/a.arrow")).toBe("x");
  });
});

describe("a repair", () => {
  const beside = (name: string, file: string) => {
    mkdirSync(`${toy.dist}${name}`, {recursive: true});
    writeFileSync(join(`${toy.dist}${name}`, file), "x");
  };

  test("puts back the site that a killed build had moved away, and drops the unfinished one", async () => {
    beside(".old", "index.html");
    beside(".next", "half.html");
    await repair(toy.dist);
    expect(everyFile()).toEqual(["index.html"]);
    expect([".old", ".next"].map((name) => existsSync(`${toy.dist}${name}`))).toEqual([false, false]);
  });

  test("keeps the published site where the old one was not yet dropped", async () => {
    beside("", "new.html");
    beside(".old", "old.html");
    await repair(toy.dist);
    await repair(toy.dist);
    expect(everyFile()).toEqual(["new.html"]);
    expect(existsSync(`${toy.dist}.old`)).toBe(false);
  });

  test("makes nothing where there is nothing", async () => {
    await repair(toy.dist);
    expect(existsSync(toy.dist)).toBe(false);
  });
});

describe("a build that fails leaves the published site as it was", () => {
  const before = async () => {
    await toy.build([toyPage("/", "first")]);
    return everyFile();
  };

  test("when a page throws, which it names", async () => {
    const files = await before();
    const broken = {
      ...toyPage("/cohorts"),
      render: () => {
        throw new Error("no rows");
      }
    };
    await expect(toy.build([toyPage("/"), broken])).rejects.toThrow("build: page /cohorts: no rows");
    expect(everyFile()).toEqual(files);
  });

  test("when a mart cannot be read", async () => {
    const mart = {name: "mart_x", title: {en: "", zh: ""}, columns: {} as never, grain: []};
    const read = () => Promise.reject(new Error("mart_x has 20,001 rows"));
    const files = await before();
    await expect(toy.build([{...toyPage("/"), marts: [mart]}], {read})).rejects.toThrow(
      "page /: mart_x has 20,001 rows"
    );
    expect(everyFile()).toEqual(files);
  });

  test("when browser code does not compile or does not exist", async () => {
    const files = await before();
    toy.live("broken", "export const start = (");
    await expect(toy.build([toyPage("/", "", {module: "broken"})])).rejects.toThrow("browser module broken");
    await expect(toy.build([toyPage("/", "", {module: "absent"})])).rejects.toThrow("browser module absent");
    expect(everyFile()).toEqual(files);
  });

  test.each([
    ["leads to no page", '<a href="/nowhere?a=1">x</a>', 'index.html: dead link "./nowhere.html?a=1"'],
    ["names no element", '<a href="#nothing">x</a>', 'dead link "#nothing": no such id'],
    ["leaves the site", '<a href="https://example.com/">x</a>', 'foreign address "https://example.com/"'],
    [
      "loads a picture from elsewhere",
      '<img src="//example.com/a.png" alt="">',
      'foreign address "//example.com/a.png"'
    ]
  ])("when a link %s", async (_, link, problem) => {
    const files = await before();
    await expect(toy.build([toyPage("/", link)])).rejects.toThrow(problem);
    expect(everyFile()).toEqual(files);
  });

  test("when browser code names an address outside the site", async () => {
    const files = await before();
    toy.live("foreign", 'export const start = () => fetch("https://cdn.example.com/d3.js");');
    const build = toy.build([toyPage("/", "", {module: "foreign"})]);
    await expect(build).rejects.toThrow('foreign address "https://cdn.example.com/d3.js"');
    expect(everyFile()).toEqual(files);
  });
});

describe("a build that was killed is repaired by the next", () => {
  test("between the two renames: the old site had been moved away", async () => {
    await toy.build([toyPage("/", "first")]);
    renameSync(toy.dist, `${toy.dist}.old`);
    mkdirSync(`${toy.dist}.next`);
    await expect(
      toy.build([
        {
          ...toyPage("/"),
          render: () => {
            throw new Error("again");
          }
        }
      ])
    ).rejects.toThrow();
    expect(read("index.html")).toContain("first");
  });

  test("while it was writing or removing", async () => {
    await toy.build([toyPage("/", "first")]);
    for (const left of [`${toy.dist}.next`, `${toy.dist}.old`]) {
      mkdirSync(left);
      writeFileSync(join(left, "half.html"), "<p");
    }
    await toy.build([toyPage("/", "second")]);
    expect(read("index.html")).toContain("second");
    expect(existsSync(join(toy.dist, "half.html"))).toBe(false);
    expect(readdirSync(toy.folder).filter((name) => name.startsWith("dist"))).toEqual(["dist"]);
  });

  test("a folder that holds something else is never replaced", async () => {
    mkdirSync(toy.dist);
    writeFileSync(join(toy.dist, "thesis.doc"), "x");
    await expect(toy.build([toyPage("/")])).rejects.toThrow("not a site of Perennial");
    expect(readdirSync(toy.dist)).toEqual(["thesis.doc"]);
  });
});
