import {mkdtempSync, readFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {csvParse, rollup} from "d3";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {keyOf, peopleFile, truthFile, writePeople} from "../../cli/bench/people.ts";
import {copyOf, firstRecordOf} from "../../cli/bench/people/copies.ts";
import {faults, isSame, type Written} from "../../cli/bench/people/faults.ts";
import {personOf} from "../../cli/bench/people/person.ts";
import {recordOf} from "../../cli/bench/people/record.ts";
import {drawsFor} from "../../cli/bench/people/draws.ts";

const people = {seed: 1, duplicates: 0.2};

async function written(records: number, options = people): Promise<{people: string; truth: string}> {
  const dir = mkdtempSync(join(tmpdir(), "perennial-people-"));
  await writePeople(dir, records, options);
  return {people: readFileSync(join(dir, peopleFile), "utf8"), truth: readFileSync(join(dir, truthFile), "utf8")};
}

describe("an export of generated people", () => {
  it("is the same bytes for the same seed, and others for another", async () => {
    const first = await written(3000);
    expect(await written(3000)).toEqual(first);
    expect((await written(3000, {...people, seed: 2})).people).not.toBe(first.people);
  });

  it("begins with a shorter one", async () => {
    const [short, long] = [await written(777), await written(5001)];
    expect(long.people.startsWith(short.people)).toBe(true);
    expect(long.truth.startsWith(short.truth)).toBe(true);
  });

  it("says of each record its person in the truth alone", async () => {
    const {people, truth} = await written(2500);
    const rows = csvParse(people);
    expect(rows.columns).toEqual(
      "id,given name,family name,birth date,street,postcode,city,phone,e-mail,country".split(",")
    );
    const persons = csvParse(truth);
    expect(persons.columns).toEqual(["id", "person"]);
    expect(rows.map(({id}) => id)).toEqual(persons.map(({id}) => id));
    expect(new Set(rows.map(({id}) => id)).size).toBe(2500);
  });

  it("leaves out what exports leave out, about as often", async () => {
    const rows = csvParse((await written(20_000)).people);
    const empty = (column: string) => rows.filter((row) => row[column] === "").length / rows.length;
    expect(empty("e-mail")).toBeCloseTo(0.3, 1);
    expect(empty("phone")).toBeCloseTo(0.2, 1);
    for (const column of ["birth date", "street", "postcode", "city", "country"])
      expect(Math.abs(empty(column) - 0.03)).toBeLessThan(0.01);
    expect(rows.filter((row) => row["given name"] === "" && row["family name"] === "")).toEqual([]);
  });

  it("has common names and rare ones, large cities and small towns", async () => {
    const rows = csvParse((await written(20_000)).people);
    const byCount = (column: string) =>
      [
        ...rollup(
          rows,
          (all) => all.length,
          (row) => row[column]!
        ).values()
      ].sort((a, b) => b - a);
    const [families, cities] = [byCount("family name"), byCount("city")];
    expect(families[0]! / rows.length).toBeGreaterThan(0.01);
    expect(families.length).toBeGreaterThan(2000);
    expect(cities[0]! / rows.length).toBeGreaterThan(0.1);
    expect(cities.length).toBeGreaterThan(300);
  });
});

describe("duplicates", () => {
  const share = fc.constantFrom(0.01, 0.05, 0.1, 0.2, 0.25, 0.3, 0.5);

  it("are exactly the share of any number of records, and come after their person's first record", () => {
    fc.assert(
      fc.property(share, fc.integer({min: 0, max: 3000}), (share, records) => {
        const seen = new Map<number, number>();
        for (let place = 0; place < records; place++) {
          const {person, isFirst} = copyOf(place, share);
          expect(seen.has(person)).toBe(!isFirst);
          if (isFirst) {
            expect(person).toBe(seen.size);
            seen.set(person, place);
          }
        }
        expect(records - seen.size).toBe(Math.floor(records * share + 1e-9));
        for (const [person, place] of seen) expect(firstRecordOf(person, share)).toBe(place);
      }),
      {numRuns: 20}
    );
  });

  it("make clusters of two mostly, and of up to five", () => {
    const sizes = rollup(
      Array.from({length: 50_000}, (_, i) => copyOf(i, 0.2).person),
      (all) => all.length,
      (it) => it
    );
    const bySize = rollup(
      [...sizes.values()],
      (all) => all.length,
      (size) => size
    );
    expect([...bySize.keys()].sort()).toEqual([1, 2, 3, 4, 5]);
    expect(bySize.get(2)! / (sizes.size - bySize.get(1)!)).toBeCloseTo(0.81, 1);
  });

  it("differ from their person's first record in a field at least, whatever the seed", () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({min: 0, max: 100_000}), (seed, turn) => {
        const place = 5 * turn + 4;
        const {person, record} = recordOf({seed, duplicates: 0.2}, place);
        const original = recordOf({seed, duplicates: 0.2}, firstRecordOf(person, 0.2));
        expect(original.person).toBe(person);
        expect(isSame(record, original.record)).toBe(false);
      }),
      {numRuns: 300}
    );
  });

  it("keep more than four known fields of the first record, on average", () => {
    let kept = 0;
    for (let place = 4; place < 10_000; place += 5) {
      const {person, record} = recordOf(people, place);
      const first = recordOf(people, firstRecordOf(person, 0.2)).record;
      const fields = Object.keys(first) as (keyof Written)[];
      kept += fields.filter((field) => first[field] !== null && first[field] === record[field]).length;
    }
    expect(kept / 2000).toBeGreaterThan(4);
  });
});

describe("each fault", () => {
  const whole = (place: number): Written => ({...personOf(1, place)});

  it.each(faults)("$name changes a record that has everything, often", ({fault}) => {
    let changed = 0;
    for (let place = 0; place < 500; place++) {
      if (!isSame(fault(whole(place), drawsFor(1, 9, place), place), whole(place))) changed++;
    }
    expect(changed).toBeGreaterThan(100);
  });

  it.each(faults)("$name leaves its input as it is, an empty one too", ({fault}) => {
    const nothing = Object.fromEntries(Object.keys(whole(0)).map((field) => [field, null])) as unknown as Written;
    for (let place = 0; place < 50; place++) fault(nothing, drawsFor(1, 9, place), place);
    expect(Object.values(nothing).every((value) => value === null)).toBe(true);
  });
});

describe("persons", () => {
  it("share households and names, and some are twins; nobody shares an e-mail address", () => {
    const all = Array.from({length: 10_000}, (_, i) => personOf(1, i));
    const pairs = all.filter((_, i) => i % 2 === 0).map((person, i) => [person, all[2 * i + 1]!] as const);
    const households = pairs.filter(([a, b]) => a.street === b.street && a.postcode === b.postcode);
    const twins = households.filter(([a, b]) => a.born === b.born && a.family === b.family);
    expect(households.length / pairs.length).toBeCloseTo(0.28, 1);
    expect(twins.length).toBeGreaterThan(20);
    expect(households.filter(([a, b]) => a.given === b.given)).toEqual([]);
    expect(households.filter(([a, b]) => a.phone === b.phone).length).toBeGreaterThan(households.length / 4);
    expect(new Set(all.map(({email}) => email)).size).toBe(all.length);
  });

  it("are born on days that there are", () => {
    for (let i = 0; i < 5000; i++) {
      const {born} = personOf(3, i);
      expect(new Date(`${born}T00:00:00Z`).toISOString().slice(0, 10)).toBe(born);
      expect(born >= "1935-01-01" && born <= "2006-12-31").toBe(true);
    }
  });
});

it("a key of a record tells its place and nothing else", () => expect(keyOf(0)).toBe("R1"));
