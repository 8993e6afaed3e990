import type {Compilable, Expression, Kysely} from "kysely";
import type {z} from "zod";
import {rawOf, type Contract} from "../../ingest/contracts/contract.ts";
import type {Settings} from "../settings.ts";
import {day, local, onlyWhen, type Value} from "../sql.ts";
import {mayHaveHappened, soFar} from "./asOf.ts";
import {latestGroups} from "./latestGroups.ts";
import {latestRows} from "./latestRows.ts";
import {dayOf, fieldNames, hasKey, position, stagedColumns, type Instants, type StagedShape} from "./stagedColumns.ts";

/** The fields of a raw row. */
type Ref<Shape> = <Name extends keyof Shape & string>(name: Name) => Value<z.infer<z.ZodType & Shape[Name]>>;

/** What a kind needs beyond its contract. */
interface Needs<Shape, Day, Filled extends string> {
  /** Instants that get a business day: `paid_at` → `paid_on`. */
  days: readonly Day[];
  /** Instants that are plans, and so may lie ahead of as_of. */
  plans?: readonly Instants<Shape>[];
  /** What came together with an instant, and is unknown where that lies ahead of as_of. */
  cameWith?: {readonly [At in Instants<Shape>]?: readonly (keyof Shape & string)[]};
  /** Fields that are never empty in staging, and what they hold. */
  filled?: {readonly [Name in Filled]: (ref: Ref<Shape>, settings: Settings) => Expression<any>};
}

/**
 * Staging as most kinds have it, to be spread into a model: the contract's fields and business days of the latest delivery, one row
 * per key or, where rows have none, per delivered row.
 *
 * A row exists once its event has happened by as_of, or where nobody says when it did. Every other instant that lay ahead then is
 * null, plans excepted.
 */
export function staged<
  Name extends string,
  Shape extends z.ZodRawShape,
  Day extends Instants<Shape>,
  Filled extends keyof Shape & string = never
>(kind: Contract<Name, Shape>, {days, plans = [], cameWith = {}, filled}: Needs<Shape, Day, Filled>) {
  type Row = z.infer<z.ZodObject<StagedShape<Shape, Day, Filled>>>;
  const declared = kind as unknown as Contract;
  const raw = rawOf(kind);
  const event = declared.event!;
  const fills = (filled ?? {}) as Record<string, (ref: Ref<any>, settings: Settings) => Expression<any>>;
  const isCut = (name: string) => name.endsWith("_at") && name !== event && !plans.some((plan) => plan === name);
  const cameAt = (name: string) =>
    Object.entries(cameWith as Record<string, readonly string[]>).flatMap(([at, names]) =>
      names.includes(name) ? [at] : []
    );

  function valueOf(name: string, ref: Ref<any>, settings: Settings): Value<any> {
    if (fills[name]) return fills[name](ref, settings) as Value<any>;
    if (isCut(name)) return soFar(ref(name), settings);
    return cameAt(name).reduce<Value<any>>(
      (value, at) => onlyWhen(mayHaveHappened(ref(at), settings), value),
      ref(name)
    );
  }

  const query = (db: Kysely<any>, settings: Settings) => {
    const rows = hasKey(declared)
      ? latestRows<any>(db, raw, ...declared.key)
      : latestGroups<any>(db, raw, ...declared.deliveredWith);
    return rows
      .where(({ref}) => mayHaveHappened(ref(event), settings))
      .select(({ref}) => [
        ...(hasKey(declared) ? [] : position.map((name) => ref(name).as(name))),
        ...fieldNames(declared).flatMap((name) => {
          const value = valueOf(name, ref as never, settings);
          const onDay = day(local(value, settings.zone));
          return days.some((at) => at === name) ? [value.as(name), onDay.as(dayOf(name))] : [value.as(name)];
        })
      ]) as unknown as Compilable<Row> & Expression<Row>;
  };

  return {
    from: [raw] as const,
    grain: (hasKey(declared) ? kind.key : position) as readonly (keyof StagedShape<Shape, Day, Filled> & string)[],
    columns: stagedColumns(declared, days, Object.keys(fills)) as unknown as z.ZodObject<
      StagedShape<Shape, Day, Filled>
    >,
    query
  };
}
