import {join} from "node:path";
import {csvFormatRow} from "d3";
import {textSink} from "../../data/generator/textSink.ts";
import type {Written} from "./people/faults.ts";
import {recordOf, type People} from "./people/record.ts";

export type {People} from "./people/record.ts";

/** Header of the export, in the order of the fields. */
const HEADER: Record<"id" | keyof Written, string> = {
  id: "id",
  given: "given name",
  family: "family name",
  born: "birth date",
  street: "street",
  postcode: "postcode",
  city: "city",
  phone: "phone",
  email: "e-mail",
  country: "country"
};
const FIELDS = Object.keys(HEADER).slice(1) as (keyof Written)[];

export const peopleFile = "people.csv";
export const truthFile = "people-truth.csv";

/** The key of the record at a place; it says nothing about the person. */
export const keyOf = (place: number): string => `R${place + 1}`;

const CHUNK = 2000;

/**
 * Writes `people.csv`, an export of so many customer records, and beside it `people-truth.csv`: of each record its person's number.
 *
 * The same seed gives the same bytes, and a longer export begins with a shorter one. Memory holds one chunk of rows.
 */
export async function writePeople(dir: string, records: number, people: People): Promise<void> {
  const out = textSink(join(dir, peopleFile));
  const truth = textSink(join(dir, truthFile));
  await out.write(`${csvFormatRow(Object.values(HEADER))}\n`);
  await truth.write("id,person\n");
  for (let from = 0; from < records; from += CHUNK) {
    let [rows, numbers] = ["", ""];
    for (let place = from; place < Math.min(records, from + CHUNK); place++) {
      const {person, record} = recordOf(people, place);
      rows += `${csvFormatRow([keyOf(place), ...FIELDS.map((field) => record[field] ?? "")])}\n`;
      numbers += `${keyOf(place)},${person}\n`;
    }
    await out.write(rows);
    await truth.write(numbers);
  }
  await out.close();
  await truth.close();
}
