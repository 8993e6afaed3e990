import fc from "fast-check";

/** Texts of every kind that a cell may hold, from lone surrogates to pieces of names, addresses and numbers run together. */
export const anyText = fc.oneof(
  fc.string({unit: "binary", maxLength: 40}),
  fc.string({unit: "grapheme", maxLength: 40}),
  fc
    .array(
      fc.constantFrom(
        ..."Ltd|Co.|S.A.|&|GmbH|集团|有限公司|公司|(|）|張|伟|O'|-|van|der|Mr|Jr|St.|Flat|3|12a|号|栋|路|市|北京|＠|@|a.b|.com|+x".split(
          "|"
        ),
        ..."0086|+86|138|００|1990|年|/| |,|*|é|Ø|ß|김|さ|ー|😀|\u200b|\u0301|·|the|de|Ph.D|SpA|a/s|#|floor|lv|İ|ʼ|D-|𠮷|某|先生".split(
          "|"
        )
      ),
      {maxLength: 10}
    )
    .map((pieces) => pieces.join(""))
);

/** An ASCII text as it is typed in full width: letters, digits, signs and blanks. */
export const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).replace(/ /g, "\u3000");

/** Texts with stars, crosses or dots where something is hidden. */
export const maskedText = fc
  .tuple(
    fc.stringMatching(/^[A-Za-z0-9张@.]{0,8}$/),
    fc.constantFrom("*", "****", "＊", "●●●", "…", "###"),
    fc.stringMatching(/^[A-Za-z0-9@.]{0,8}$/)
  )
  .map((parts) => parts.join(""));
