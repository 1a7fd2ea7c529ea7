/** The capital letter that begins a line, in the languages that have one. */

/** Letters whose capital is another one in the language, or that are written with two signs. */
const ownCapitals: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  tr: {i: 'İ'},
  az: {i: 'İ'},
  nl: {ij: 'IJ'}
}

/** Begin `text`, in the language `lang` (BCP 47), with a capital letter; what begins with no letter stays. */
export function capitalize(text: string, lang: string): string {
  const own = ownCapitals[lang.split('-')[0]?.toLowerCase() ?? ''] ?? {}
  const letters = Object.keys(own).find((small) => text.startsWith(small))
  if (letters !== undefined) return `${own[letters]}${text.slice(letters.length)}`
  // Georgian has capitals for words that are written in nothing else.
  return text.replace(/^(?!\p{Script=Georgian})\p{Ll}/u, (letter) => letter.toUpperCase())
}
