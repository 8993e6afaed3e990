import type {Step} from "../model.ts";
import type {Party} from "./comparisons.ts";
import {learnt} from "./learn.ts";
import {registerNormalisers} from "./normal/register.ts";
import {frequencySql} from "./score.ts";
import {openState} from "./state.ts";
import type {Trained} from "./train.ts";
import {dropUsable, makeUsable} from "./usable.ts";

/** Opens what pairs are found and compared with, hands over what was learnt, and clears it away afterwards. */
export async function withTrained(
  {warehouse, settings: {identity}}: Pick<Step, "warehouse" | "settings">,
  work: (trained: Partial<Record<Party, Trained>>) => Promise<void>
): Promise<void> {
  await openState(warehouse);
  const {region, email} = identity;
  registerNormalisers(warehouse.connection, {region, emailDots: email.dots, emailTags: email.tags});
  await makeUsable(warehouse);
  const trained = await learnt(warehouse, identity);
  await warehouse.run(frequencySql(trained));
  await work(trained);
  await warehouse.run("drop table weighed");
  await dropUsable(warehouse);
}
