/** Run a checked template and parse what it prints. */
import Handlebars from 'handlebars'
import type {Element, Root, Text} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {visit} from 'unist-util-visit'
import type {At, Report} from '../diagnostic.ts'
import {helpers as signatures} from './signatures.ts'
import type {Source, Sources} from './sources.ts'

type Helpers = Record<string, (...values: unknown[]) => unknown>

/** Print a template with `data`. */
export type Print = (data: Readonly<Record<string, unknown>>, helpers: Helpers) => string

/** Make a template ready to print; values are escaped, and nothing inherited from a prototype is in reach. */
export function printer(sources: Sources): Print {
  const environment = Handlebars.create()
  const knownHelpers = Object.fromEntries(Object.keys(signatures).map((name) => [name, true]))
  const compile = ({program}: Source) =>
    environment.compile(program, {
      knownHelpers: {...builtIn, ...knownHelpers},
      knownHelpersOnly: true,
      preventIndent: true
    })
  const partials = [...sources.partials].map(([name, source]) => [name, compile(source)] as const)
  const template = compile(sources.template)
  return (data, helpers) => template(data, {helpers, partials: Object.fromEntries(partials)})
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
  visit(root, (node, _, parent) => {
    if (node.type === 'element') {
      const {dataAt, ...properties} = node.properties
      node.properties = properties
      setPlace(node, dataAt === undefined ? undefined : places[Number(dataAt)])
    } else if (node.type === 'text') {
      // Words have the place of the element around them.
      delete node.position
      if (parent?.type === 'element') setPlace(node, {file: parent.data?.file, position: parent.position})
    }
  })
  return root
}

/** An element that the parser itself put in (a table's body) has no place of its own. */
function setPlace(node: Element | Text, at: At | undefined): void {
  delete node.position
  delete node.data
  if (at?.position) node.position = 'start' in at.position ? at.position : {start: at.position, end: at.position}
  if (at?.file !== undefined) Object.assign(node, {data: {file: at.file}})
}

function placeBefore(html: string, offset: number, places: readonly At[]): At | undefined {
  const marks = [...html.slice(0, offset + 60).matchAll(/ data-at="(\d+)"/g)].filter((mark) => mark.index <= offset)
  return places[Number(marks.at(-1)?.[1] ?? -1)]
}
