/** The HTML of a template: which elements it uses and where, and how its values may stand in it. */
import type {At, Report} from '../diagnostic.ts'
import {knownElements} from '../document/elements.ts'
import {nearest} from '../nearest.ts'
import {type Content, type Mustache, type Program, positionOf, type Statement} from './ast.ts'
import type {Source, Sources} from './sources.ts'

/** Attribute that carries an element's place through the parser, as an index into the places. */
export const placeAttribute = 'data-at'

/** Where the text stands: between tags, inside one, inside the quotes of an attribute, inside a comment. */
type Mode = 'text' | 'tag' | '"' | "'" | 'comment'

interface Walk {
  file: string
  mode: Mode
  places: At[]
  report: Report
}

/**
 * Check the elements of a template and its partials, and give each start tag the number of its place: the result indexes
 * the places. Changes the programs of `sources`.
 */
export function markPlaces(sources: Sources, report: Report): At[] {
  const places: At[] = []
  for (const source of [sources.template, ...sources.partials.values()]) markSource(source, {places, report})
  return places
}

function markSource({file, program}: Source, {places, report}: {places: At[]; report: Report}): void {
  const walk: Walk = {file, mode: 'text', places, report}
  markProgram(program, walk)
}

function markProgram(program: Program | undefined, walk: Walk): void {
  for (const statement of program?.body ?? []) markStatement(statement, walk)
}

function markStatement(statement: Statement, walk: Walk): void {
  if (statement.type === 'ContentStatement') markContent(statement, walk)
  else if (statement.type === 'MustacheStatement') markMustache(statement, walk)
  else if (statement.type === 'BlockStatement') {
    const {mode} = walk
    markProgram(statement.inverse, walk)
    // Both branches start where the block starts; what follows them goes on from the first one's end.
    walk.mode = mode
    markProgram(statement.program, walk)
  }
}

function markContent(content: Content, walk: Walk): void {
  const mode = walk.mode
  const written = scan(content.original, mode)
  const printed = scan(content.value, mode)
  walk.mode = written.mode

  // White space is all that `value` lacks, so that the tags of both are the same ones.
  let marked = ''
  let end = 0
  for (const [index, tag] of printed.tags.entries()) {
    const at = {file: walk.file, position: pointIn(content, written.tags[index]?.offset ?? 0)}
    checkElement(tag.name, at, walk.report)
    const after = tag.offset + 1 + tag.name.length
    marked += `${content.value.slice(end, after)} ${placeAttribute}="${walk.places.push(at) - 1}"`
    end = after
  }
  content.value = marked + content.value.slice(end)
}

function checkElement(name: string, at: At, report: Report): void {
  const lower = name.toLowerCase()
  if (knownElements.includes(lower)) return
  const near = nearest(lower, knownElements)
  const choice = near === undefined ? 'an element that templates know' : `\`<${near}>\``
  report('template-markup', `Unexpected element \`<${lower}>\`, expected ${choice}`, at)
}

function pointIn({original, loc}: Content, offset: number) {
  const before = original.slice(0, offset).split('\n')
  const last = before.at(-1) ?? ''
  const line = loc.start.line + before.length - 1
  return {line, column: (before.length === 1 ? loc.start.column : 0) + last.length + 1}
}

/** A value outside quotes could add attributes of its own, and a slot inside a tag has no place for content. */
function markMustache(mustache: Mustache, walk: Walk): void {
  const at = {file: walk.file, position: positionOf(mustache.loc)}
  const isSlot = mustache.path.type === 'PathExpression' && mustache.path.original === 'slot'
  if (walk.mode === 'tag')
    walk.report('template-markup', 'Unexpected value outside quotes, expected `attribute="{{…}}"`', at)
  else if (isSlot && (walk.mode === '"' || walk.mode === "'"))
    walk.report('template-markup', 'Unexpected slot in an attribute, expected it between tags', at)
}

interface Tag {
  name: string
  offset: number
}

/** Find the start tags of `text`, which begins in `mode`, and the mode at its end. */
function scan(text: string, start: Mode): {tags: Tag[]; mode: Mode} {
  const tags: Tag[] = []
  let mode = start
  let offset = 0
  while (offset < text.length) {
    const rest = text.slice(offset)
    if (mode === 'text') {
      const opening = /<!--|<\/?([a-z][a-z\d-]*)?/i.exec(rest)
      if (!opening) break
      const [found, name] = opening
      const at = offset + opening.index
      const isTag = name !== undefined || at + found.length === text.length
      if (found === '<!--') mode = 'comment'
      else if (isTag) mode = 'tag'
      if (name !== undefined && !found.startsWith('</')) tags.push({name, offset: at})
      offset = at + found.length
    } else {
      const closing = mode === 'tag' ? /[>"']/ : mode === 'comment' ? /-->/ : new RegExp(mode)
      const end = closing.exec(rest)
      if (!end) break
      const [mark] = end
      mode = mode === 'tag' && mark !== '>' ? (mark === '"' ? '"' : "'") : mode === '"' || mode === "'" ? 'tag' : 'text'
      offset += end.index + mark.length
    }
  }
  return {tags, mode}
}
