/** Running headers and footers that are too long: a title cut at a word, with an ellipsis; a long word in its middle. */
import type {Content, Run, TextBlock} from './content.ts'

const ellipsis = '…'

/** Letters of a word that is not cut. */
const shortWord = 12

/**
 * A copy of `contents` whose longest text has lost its last word, or half of its only one; `undefined` where none is
 * left but short words. Called again, it takes the next one. A text that stands alone loses at once the words that are
 * `over`: none of them would find room later.
 */
export function shorten(contents: readonly Content[], over: number): Content[] | undefined {
  const texts = contents.flatMap(textsIn)
  const longest = texts.reduce<TextBlock | undefined>(
    (best, text) => (best && !isLonger(text, best) ? best : text),
    undefined
  )
  if (!longest || (wordsOf(longest) < 2 && wordingOf(longest).length <= shortWord)) return
  const lost = texts.length === 1 ? Math.min(over, wordsOf(longest) - 1) : 1
  const shorter = {...longest, runs: shortened(longest.runs, Math.max(1, lost))}
  return contents.map((content) => replaced(content, longest, shorter))
}

function textsIn(content: Content): TextBlock[] {
  if (content.kind === 'text') return [content]
  if (content.kind === 'stack' || content.kind === 'box') return content.children.flatMap(textsIn)
  if (content.kind === 'columns') return content.columns.flatMap(({children}) => children.flatMap(textsIn))
  return []
}

/** Words count first; of single words, letters do. */
function isLonger(text: TextBlock, best: TextBlock): boolean {
  const more = wordsOf(text) - wordsOf(best)
  return more > 0 || (more === 0 && wordsOf(best) < 2 && wordingOf(text).length > wordingOf(best).length)
}

function wordsOf(text: TextBlock): number {
  const words = wordingOf(text)
  return words === '' ? 0 : words.split(/\s+/).length
}

function wordingOf({runs}: Pick<TextBlock, 'runs'>): string {
  return runs
    .map(({text}) => text)
    .join('')
    .trim()
}

function shortened(runs: readonly Run[], lost: number): Run[] {
  const whole = runs.map(({text}) => text).join('')
  let words = whole
  for (let count = 0; count < lost; count++) words = words.replace(/(?<=\S)\s+\S+\s*$/, '')
  const letters = [...whole]
  const left = words === whole ? letters.slice(0, Math.floor(letters.length / 2)).join('') : words
  const kept = left.replace(/[\s,;:–—-]+$/, '')
  let room = kept.length
  const cut = runs.flatMap((run) => {
    const text = run.text.slice(0, room)
    room -= text.length
    return text === '' ? [] : [{...run, text}]
  })
  const last = cut.at(-1)
  return last ? [...cut.slice(0, -1), {...last, text: last.text + ellipsis}] : []
}

function replaced(content: Content, old: TextBlock, shorter: TextBlock): Content {
  const inside = (children: readonly Content[]) => children.map((child) => replaced(child, old, shorter))
  if (content === old) return shorter
  if (content.kind === 'stack' || content.kind === 'box') return {...content, children: inside(content.children)}
  if (content.kind !== 'columns') return content
  return {...content, columns: content.columns.map((column) => ({...column, children: inside(column.children)}))}
}
