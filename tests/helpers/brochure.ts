/** HTML as templates make it, laid out by the house pack: what PDF tests begin with. */
import {fromHtml} from 'hast-util-from-html'
import {type Diagnostic, Diagnostics} from '../../src/diagnostic.ts'
import {fromHast} from '../../src/document/from-hast.ts'
import type {Document} from '../../src/document/nodes.ts'
import {outline} from '../../src/document/outline.ts'
import {formatOf, themeOf} from '../../src/template/format.ts'
import {loadPack} from '../../src/template/pack.ts'
import {loadLocale} from '../../src/template/strings.ts'
import {diskWorld, programRoot} from '../../src/world.ts'
import type {Content} from '../../src/writers/pdf/content.ts'
import {define, type State} from '../../src/writers/pdf/definition.ts'
import {type ComposedPage, compose} from '../../src/writers/pdf/pages.ts'
import {engineFor} from '../../src/writers/pdf.ts'
import type {WriterContext} from '../../src/writers/writer.ts'

export interface Sample {
  document: Document
  context: WriterContext
  diagnostics: Diagnostics
}

export interface SampleOptions {
  lang?: string
  pack?: string
  /** Format whose styles it is set in. */
  format?: string
  /** Filled header and footer templates by file name. */
  running?: Readonly<Record<string, string>>
}

/** A Document of `html` with what a writer is given besides. */
export function sample(html: string, options: SampleOptions = {}): Sample {
  const {lang = 'mk', pack: name = 'strands', format: wanted = 'brochure', running = {}} = options
  const diagnostics = new Diagnostics()
  const {report} = diagnostics
  const world = diskWorld(programRoot())
  const pack = loadPack(world, name, report)
  const format = pack && formatOf(pack, wanted, report)
  const locale = pack && loadLocale(world, pack, {lang, fallback: [], report})
  if (!pack || !format || !locale) throw new Error(`The pack ${name} is not sound`)
  const theme = themeOf(pack, format, {script: locale.script, overrides: {}, report})
  const parse = (text: string) => fromHtml(text, {fragment: true})
  const document = fromHast(
    {
      hast: parse(html),
      running: Object.fromEntries(Object.entries(running).map(([file, text]) => [file, parse(text)])),
      lang,
      dir: locale.dir,
      meta: {title: 'Наслов', authors: [], keywords: []}
    },
    report
  )
  return {document, context: {world, theme, locale, report, format: wanted, options: {}}, diagnostics}
}

/** Lay `html` out on the masters of its sections. */
export function composed(html: string, options: SampleOptions = {}): {pages: ComposedPage[]; problems: string[]} {
  const {document, context, diagnostics} = sample(html, options)
  const {pages} = compose(document, engineFor(document, context), {context})
  return {pages, problems: diagnostics.list.map(({rule, reason}: Diagnostic) => `${rule}: ${reason}`)}
}

/** Define `html` as the content of one frame of the house pack, 325 pt wide. */
export function defined(html: string, options: SampleOptions & {scopes?: string[]} = {}): Content[] {
  const {document, context} = sample(html, options)
  const engine = engineFor(document, context)
  const state: Omit<State, 'blocks'> = {
    context,
    measure: engine,
    scopes: options.scopes ?? [],
    text: 'body',
    width: 325,
    height: 600,
    gutter: 11.3,
    outline: outline(document)
  }
  return define(document.children[0]?.children[0]?.children ?? [], state)
}
