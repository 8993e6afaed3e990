/** Where customers come from who were in no segment, and where those are who are in none now; no segment may be called so. */
export const outside = {new: "(new)", returned: "(returned)", gone: "(gone)"} as const;
