/** The HTML of a template: which elements it uses, that each is closed, and how values may stand in it. */
import type {At, Report} from '../diagnostic.ts'
import {knownElements} from '../document/elements.ts'
import {nearest} from '../nearest.ts'
import {type Block, type Content, type Mustache, type Program, positionOf, type Statement} from './ast.ts'
import {type Mode, scan} from './scan.ts'
import type {Sources} from './sources.ts'

/** Attribute that carries an element's place through the parser, as an index into the places. */
const placeAttribute = 'data-at'

const voidElements = ['br', 'hr', 'img', 'input']

interface Walk {
  file: string
  mode: Mode
  /** Elements that are open here, the innermost last. */
  open: {name: string; at: At}[]
  places: At[]
  report: Report
}

/**
 * Check the markup of a template and its partials, and give each start tag the number of its place: the result indexes
 * the places. Changes the programs of `sources`.
 */
export function markPlaces(sources: Sources, report: Report): At[] {
  const places: At[] = []
  for (const {file, program} of [sources.template, ...sources.partials.values()]) {
    const walk: Walk = {file, mode: 'text', open: [], places, report}
    markProgram(program, walk)
    for (const {name, at} of walk.open)
      report('template-markup', `Unexpected \`<${name}>\` without an end, expected \`</${name}>\` in the same file`, at)
  }
  return places
}

function markProgram(program: Program | undefined, walk: Walk): void {
  for (const statement of program?.body ?? []) markStatement(statement, walk)
}

function markStatement(statement: Statement, walk: Walk): void {
  if (statement.type === 'ContentStatement') markContent(statement, walk)
  else if (statement.type === 'MustacheStatement') markMustache(statement, walk)
  else if (statement.type === 'BlockStatement') markBlock(statement, walk)
}

/** Both branches start where the block starts, and must leave the same elements open. */
function markBlock(block: Block, walk: Walk): void {
  const inverse = {...walk, open: [...walk.open]}
  markProgram(block.program, walk)
  markProgram(block.inverse, inverse)
  const left = walk.open.map(({name}) => name).join(' ')
  const other = inverse.open.map(({name}) => name).join(' ')
  if (left !== other)
    walk.report(
      'template-markup',
      'Unexpected block that opens or closes an element, expected whole elements in it',
      placeOf(block, walk)
    )
  walk.open = inverse.open
}

function markContent(content: Content, walk: Walk): void {
  const written = scan(content.original, walk.mode)
  const printed = scan(content.value, walk.mode)
  walk.mode = written.mode

  // White space is all that `value` lacks, so that the tags of both are the same ones.
  let marked = ''
  let from = 0
  for (const [index, tag] of printed.tags.entries()) {
    const at = {file: walk.file, position: pointIn(content, written.tags[index]?.offset ?? 0)}
    if (tag.end) {
      close(tag.name, at, walk)
      continue
    }
    checkElement(tag.name, at, walk.report)
    if (!voidElements.includes(tag.name)) walk.open.push({name: tag.name, at})
    const after = tag.offset + 1 + tag.name.length
    marked += `${content.value.slice(from, after)} ${placeAttribute}="${walk.places.push(at) - 1}"`
    from = after
  }
  content.value = marked + content.value.slice(from)
}

function checkElement(name: string, at: At, report: Report): void {
  if (knownElements.includes(name)) return
  const near = nearest(name, knownElements)
  const choice = near === undefined ? 'an element that templates know' : `\`<${near}>\``
  report('template-markup', `Unexpected element \`<${name}>\`, expected ${choice}`, at)
}

function close(name: string, at: At, {open, report}: Walk): void {
  const innermost = open.at(-1)
  const index = open.findLastIndex((element) => element.name === name)
  if (innermost?.name !== name) {
    const choice = innermost ? `\`</${innermost.name}>\`` : 'none: no element is open'
    report('template-markup', `Unexpected \`</${name}>\`, expected ${choice}`, at)
  }
  if (index >= 0) open.splice(index)
}

function pointIn({original, loc}: Content, offset: number) {
  const before = original.slice(0, offset).split('\n')
  const last = before.at(-1) ?? ''
  const line = loc.start.line + before.length - 1
  return {line, column: (before.length === 1 ? loc.start.column : 0) + last.length + 1}
}

/** A value outside quotes could add attributes of its own, and a slot inside a tag has no place for content. */
function markMustache(mustache: Mustache, walk: Walk): void {
  const isSlot = mustache.path.type === 'PathExpression' && mustache.path.original === 'slot'
  const at = placeOf(mustache, walk)
  if (walk.mode === 'tag')
    walk.report('template-markup', 'Unexpected value outside quotes, expected `attribute="{{…}}"`', at)
  else if (isSlot && (walk.mode === '"' || walk.mode === "'"))
    walk.report('template-markup', 'Unexpected slot in an attribute, expected it between tags', at)
}

function placeOf({loc}: Block | Mustache, {file}: Walk): At {
  return {file, position: positionOf(loc)}
}
