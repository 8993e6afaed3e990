/**
 * A problem that the operator can solve: says where, what is wrong and what to do. The command line prints it without its stack.
 *
 * Form: `where: what is wrong; what to do`, lower case, the offending value quoted.
 */
export class UserError extends Error {
  override name = "UserError";
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
