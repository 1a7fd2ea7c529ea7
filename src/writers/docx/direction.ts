/** Which way the runs of a line go, as Word wants them marked. */

const rightToLeft = '[\\p{sc=Arabic}\\p{sc=Hebrew}\\p{sc=Syriac}\\p{sc=Thaana}\\p{sc=Nko}\\p{sc=Adlam}]'
const other = `(?!${rightToLeft})`

/** From a left-to-right letter to the last such letter or digit before a letter of the other direction. */
const leftToRight = new RegExp(`${other}\\p{L}(?:(?:${other}.)*${other}[\\p{L}\\p{Nd}\\p{M}])?`, 'gsu')

/** True where `text` has a letter of a right-to-left script. */
export function hasRightToLeft(text: string): boolean {
  return new RegExp(rightToLeft, 'u').test(text)
}

/** Split text of a right-to-left paragraph: Word takes fonts and order from each run's mark, not its characters. */
export function directedRuns(text: string): {text: string; rtl: boolean}[] {
  const runs: {text: string; rtl: boolean}[] = []
  let done = 0
  for (const match of text.matchAll(leftToRight)) {
    if (match.index > done) runs.push({text: text.slice(done, match.index), rtl: true})
    runs.push({text: match[0], rtl: false})
    done = match.index + match[0].length
  }
  if (done < text.length) runs.push({text: text.slice(done), rtl: true})
  return runs
}
