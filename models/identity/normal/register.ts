import {BOOLEAN, DuckDBScalarFunction, VARCHAR, type DuckDBConnection} from "@duckdb/node-api";
import {isCompanyName} from "./isCompanyName.ts";
import {normalBirth} from "./normalBirth.ts";
import {normalCity} from "./normalCity.ts";
import {normalCompany} from "./normalCompany.ts";
import {normalEmail} from "./normalEmail.ts";
import {normalPerson} from "./normalPerson.ts";
import {normalPhone} from "./normalPhone.ts";
import {normalPostal} from "./normalPostal.ts";
import {normalStreet} from "./normalStreet.ts";
import {normalTaxId} from "./normalTaxId.ts";
import {sound} from "./sound.ts";

/** What decides how values are read that do not say it themselves. */
export interface NormalRules {
  /** ISO 3166 alpha-2 country of telephone numbers and dates; null: none. */
  region: string | null;
  /** Whether dots in Gmail addresses, and tags in any, are left out. */
  emailDots: boolean;
  emailTags: boolean;
}

type Cell = string | null;

/** Between the parts of a value that has several: chr(31), U+001F. */
const SEPARATOR = "\u001f";

/** Several parts as one value, "" for a part that is not known, null where none is. */
const together = (...parts: Cell[]): Cell => (parts.every((part) => part === null) ? null : parts.join(SEPARATOR));

/**
 * Makes the normalisers scalar functions of a connection, so that rows stay in the engine: normal_phone, normal_email,
 * normal_company, normal_postal, normal_city, normal_birth, normal_tax_id and sound of one text; is_company_name, a boolean;
 * normal_person(given, family, full), its given, further, family and Han name parted by chr(31); normal_street, its number and
 * street likewise. Null in, null out. Registering again replaces the functions, so the latest rules hold.
 */
export function registerNormalisers(
  connection: DuckDBConnection,
  {region, emailDots: dots, emailTags: tags}: NormalRules
): void {
  const texts: Record<string, (raw: Cell) => Cell> = {
    normal_phone: (raw) => normalPhone(raw, region),
    normal_email: (raw) => normalEmail(raw, {dots, tags}),
    normal_company: normalCompany,
    normal_postal: normalPostal,
    normal_city: normalCity,
    normal_birth: (raw) => normalBirth(raw, region),
    normal_tax_id: normalTaxId,
    sound,
    normal_street: (raw) => {
      const {number, street} = normalStreet(raw);
      return together(number, street);
    }
  };
  for (const [name, compute] of Object.entries(texts)) register(connection, name, 1, ([raw]) => compute(raw!));
  register(connection, "is_company_name", 1, ([raw]) => (raw === null ? null : isCompanyName(raw!)), BOOLEAN);
  register(connection, "normal_person", 3, ([first, last, whole]) => {
    const {given, middle, family, han} = normalPerson(first!, last!, whole!);
    return together(given, middle, family, han);
  });
}

/** A scalar function of `arity` texts, called for nulls too: an argument that is always null must not make the result null. */
function register(
  connection: DuckDBConnection,
  name: string,
  arity: number,
  compute: (cells: Cell[]) => Cell | boolean,
  returnType: typeof VARCHAR | typeof BOOLEAN = VARCHAR
): void {
  connection.registerScalarFunction(
    DuckDBScalarFunction.create({
      name,
      parameterTypes: Array<typeof VARCHAR>(arity).fill(VARCHAR),
      returnType,
      specialHandling: true,
      mainFunction: (_, input, output) => {
        const columns = Array.from({length: arity}, (_, column) => input.getColumnVector(column));
        for (let row = 0; row < input.rowCount; row++) {
          output.setItem(row, compute(columns.map((column) => column.getItem(row) as Cell)));
        }
        output.flush();
      }
    })
  );
}
