/** Characters of a text that are read, at most. */
const mostCharacters = 4000;

const text = (said: string) => `left(trim(${said}, chr(9) || chr(10) || chr(13) || ' '), ${mostCharacters})`;
const hasText = "regexp_matches(said, '\\S')";

/**
 * What customers wrote, as scalar SQL over stg_feedback and stg_tickets, one row per answer with a comment and per ticket with a subject or a
 * description: verbatim_id, origin, source_key, said_at, said_on, said_month, instrument, score, said and its text_key.
 */
export const saidSql = `select *, md5(said) as text_key from (
    select 'feedback:' || response_id as verbatim_id, 'feedback' as origin, response_id as source_key, answered_at as said_at,
      answered_on as said_on, answered_month as said_month, instrument, score::bigint as score, ${text("comment")} as said
    from stg_feedback
    union all
    select 'ticket:' || ticket_id, 'ticket', ticket_id, opened_at, opened_on, opened_month, null, null,
      ${text("concat_ws(chr(10), subject, description)")}
    from stg_tickets
  ) where ${hasText}`;

/** Whether an answer says that its text is unfriendly (true) or friendly (false), as scalar SQL over instrument and score; null where neither. */
export const isNegativeSql = `case
    when instrument = 'nps' and score <= 6 then true
    when instrument = 'nps' and score >= 9 then false
    when instrument in ('csat', 'rating') and score <= 2 then true
    when instrument in ('csat', 'rating') and score >= 4 then false
  end`;
