/** Find the tags in pieces of HTML that are cut anywhere, as a template's values cut it. */

/** Where a text stands: between tags, inside one, inside the quotes of an attribute, inside a comment. */
export type Mode = 'text' | 'tag' | '"' | "'" | 'comment'

export interface Tag {
  name: string
  end: boolean
  /** Of the `<` */
  offset: number
}

/** Find the tags of `text`, which begins in the mode `start`, and the mode at its end. */
export function scan(text: string, start: Mode): {tags: Tag[]; mode: Mode} {
  const tags: Tag[] = []
  let mode = start
  let offset = 0
  while (offset < text.length) {
    const mark = marks[mode].exec(text.slice(offset))
    if (!mark) break
    const at = offset + mark.index
    const name = mark.groups?.name
    offset = at + mark[0].length
    if (name !== undefined) tags.push({name: name.toLowerCase(), end: mark[0].startsWith('</'), offset: at})
    // A lone `<` is text, unless a value follows that would name the tag.
    if (mode !== 'text' || name !== undefined || mark[0] === '<!--' || offset === text.length)
      mode = modeAfter(mode, mark[0])
  }
  return {tags, mode}
}

/** What ends each mode. */
const marks: Readonly<Record<Mode, RegExp>> = {
  text: /<!--|<\/?(?<name>[a-z][a-z\d-]*)?/i,
  tag: /[>"']/,
  '"': /"/,
  "'": /'/,
  comment: /-->/
}

function modeAfter(mode: Mode, mark: string): Mode {
  if (mode === 'text') return mark === '<!--' ? 'comment' : 'tag'
  if (mode === '"' || mode === "'") return 'tag'
  return mark === '"' || mark === "'" ? mark : 'text'
}
