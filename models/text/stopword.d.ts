/** The lists that are used of a package without types. */
declare module "stopword" {
  export const eng: string[];
  export const zho: string[];
}
