/** Characters of a text that is published, at most. */
const mostCharacters = 400;

/** A text as it is published, as scalar SQL: beyond 400 characters cut, with an ellipsis. */
export const shortText = (text: string): string =>
  `case when length(${text}) > ${mostCharacters} then rtrim(left(${text}, ${mostCharacters - 1})) || '…' else ${text} end`;
