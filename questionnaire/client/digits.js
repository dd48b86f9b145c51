// Digits as a keyboard of the reader's language types them. Knows text only.

/** Arabic and Persian digits as Latin ones: each alphabet keeps its ten in a row that begins on a multiple of 16. */
export const latinDigits = (text) => text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.codePointAt(0) & 0xf));
