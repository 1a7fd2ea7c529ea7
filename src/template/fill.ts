/** Run a checked template and parse what it prints. */
import Handlebars from 'handlebars'
import type {Element, Root} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {visit} from 'unist-util-visit'
import type {At, Report} from '../diagnostic.ts'
import type {Call, Expression, Program} from './ast.ts'
import {positionOf} from './ast.ts'
import {callOption} from './helpers.ts'
import {helpers as signatures} from './signatures.ts'
import type {Source, Sources} from './sources.ts'

type Helpers = Record<string, (...values: unknown[]) => unknown>

/** Print a template with `data`; values are escaped, and nothing inherited from a prototype is in reach. */
export function print(sources: Sources, data: Readonly<Record<string, unknown>>, helpers: Helpers): string {
  const environment = Handlebars.create()
  const knownHelpers = Object.fromEntries(Object.keys(signatures).map((name) => [name, true]))
  const compile = ({program}: Source) =>
    environment.compile(program, {
      knownHelpers: {...builtIn, ...knownHelpers},
      knownHelpersOnly: true,
      preventIndent: true
    })
  const partials = [...sources.partials].map(([name, source]) => [name, compile(source)] as const)
  return compile(sources.template)(data, {helpers, partials: Object.fromEntries(partials)})
}

const builtIn = {
  helperMissing: true,
  blockHelperMissing: true,
  each: true,
  if: true,
  unless: true,
  with: true,
  log: true,
  lookup: true
}

/** Parse printed HTML; elements get their places in the templates back. */
export function parsePrinted(html: string, places: readonly At[], report: Report): Root {
  const root = fromHtml(html, {
    fragment: true,
    onerror(message) {
      const offset = message.place && 'start' in message.place ? message.place.start.offset : undefined
      const at = placeBefore(html, offset ?? html.length, places)
      report('template-markup', `Unexpected HTML: ${message.reason}`, at, message.note ?? undefined)
    }
  })
  visit(root, 'element', (element: Element) => {
    const {dataAt, ...properties} = element.properties
    element.properties = properties
    setPlace(element, dataAt === undefined ? undefined : places[Number(dataAt)])
  })
  visit(root, 'text', (text) => {
    delete text.position
  })
  return root
}

/** An element that the parser itself put in (a table's body) has no place of its own. */
function setPlace(element: Element, at: At | undefined): void {
  delete element.position
  delete element.data
  if (at?.position) element.position = 'start' in at.position ? at.position : {start: at.position, end: at.position}
  if (at?.file !== undefined) Object.assign(element, {data: {file: at.file}})
}

function placeBefore(html: string, offset: number, places: readonly At[]): At | undefined {
  const marks = [...html.slice(0, offset + 60).matchAll(/ data-at="(\d+)"/g)].filter((mark) => mark.index <= offset)
  return places[Number(marks.at(-1)?.[1] ?? -1)]
}

/** Give every call of a helper its number, as an option: the result holds their places. Changes the programs. */
export function numberCalls(sources: Sources): At[] {
  const places: At[] = []
  for (const source of [sources.template, ...sources.partials.values()])
    numberProgram(source.program, source.file, places)
  return places
}

function numberProgram(program: Program | undefined, file: string, places: At[]): void {
  for (const statement of program?.body ?? []) {
    if (statement.type === 'MustacheStatement') numberCall(statement, file, places)
    else if (statement.type === 'PartialStatement') numberValues(statement, file, places)
    else if (statement.type === 'BlockStatement') {
      numberValues(statement, file, places)
      numberProgram(statement.program, file, places)
      numberProgram(statement.inverse, file, places)
    }
  }
}

function numberAll(expressions: readonly Expression[], file: string, places: At[]): void {
  for (const expression of expressions) if (expression.type === 'SubExpression') numberCall(expression, file, places)
}

function numberValues({params, hash}: Pick<Call, 'params' | 'hash'>, file: string, places: At[]): void {
  numberAll([...params, ...(hash?.pairs ?? []).map((pair) => pair.value)], file, places)
}

function numberCall(call: Call, file: string, places: At[]): void {
  numberValues(call, file, places)
  const name = 'original' in call.path ? String(call.path.original) : ''
  if (!Object.hasOwn(signatures, name)) return
  const index = places.push({file, position: positionOf(call.loc)}) - 1
  const hash = call.hash ?? {type: 'Hash', pairs: [], loc: call.loc}
  const value = {type: 'NumberLiteral', value: index, original: index, loc: call.loc} as const
  hash.pairs.push({type: 'HashPair', key: callOption, value, loc: call.loc})
  call.hash = hash
}
