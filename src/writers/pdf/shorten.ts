/** Running headers and footers that are too long: a title cut at a word, with an ellipsis. */
import type {Content, Run, TextBlock} from './content.ts'

const ellipsis = '…'

/**
 * A copy of `contents` whose longest text has lost its last word, `undefined` where none has more than one word.
 * Called again, it takes the next one.
 */
export function shorten(contents: readonly Content[]): Content[] | undefined {
  const texts = contents.flatMap(textsIn)
  const longest = texts.reduce<TextBlock | undefined>(
    (best, text) => (best && wordsOf(best) >= wordsOf(text) ? best : text),
    undefined
  )
  if (!longest || wordsOf(longest) < 2) return
  const shorter = {...longest, runs: withoutLastWord(longest.runs)}
  return contents.map((content) => replaced(content, longest, shorter))
}

function textsIn(content: Content): TextBlock[] {
  if (content.kind === 'text') return [content]
  if (content.kind === 'stack' || content.kind === 'box') return content.children.flatMap(textsIn)
  if (content.kind === 'columns') return content.columns.flatMap(({children}) => children.flatMap(textsIn))
  return []
}

function wordsOf({runs}: TextBlock): number {
  const words = runs
    .map(({text}) => text)
    .join('')
    .trim()
  return words === '' ? 0 : words.split(/\s+/).length
}

function withoutLastWord(runs: readonly Run[]): Run[] {
  const whole = runs.map(({text}) => text).join('')
  const kept = whole.replace(/\s+\S+\s*$/, '').replace(/[\s,;:–—-]+$/, '')
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
