/** Fill a template: checked before it runs, content put in as a tree after it ran. */
import type {Root} from 'hast'
import type {At, Report} from '../diagnostic.ts'
import type {Meta} from '../document/nodes.ts'
import type {Locale} from '../locale.ts'
import {type Door, keep} from '../world/keep.ts'
import type {World} from '../world.ts'
import {type NumberedCall, numberCalls} from './calls.ts'
import {checkTemplate} from './check.ts'
import {checkAttributes, checkPages} from './check-attributes.ts'
import {type Print, parsePrinted, printer} from './fill.ts'
import type {Format, Omission} from './format.ts'
import {makeHelpers, type SlotCall} from './helpers.ts'
import {type ForeignText, markLanguages} from './languages.ts'
import {markPlaces} from './markup.ts'
import {type Model, mapOf, modelOf, value, valuesOf} from './model.ts'
import {type Pack, packAsset} from './pack.ts'
import {placeContent} from './slots.ts'
import {readSources} from './sources.ts'

/** What a template's variables are taken from. */
export interface TemplateData {
  doc: Meta
  params: Readonly<Record<string, unknown>>
  record: Readonly<Record<string, unknown>> | null
  publication: string
  edition: string | null
}

export interface RenderInput {
  world: World
  pack: Pack
  format: Format
  /** The text, as content/to-hast.ts makes it. */
  content: Root
  data: TemplateData
  locale: Locale
  /** What the publication leaves out of this format, besides what the format itself does. */
  omit?: readonly Omission[]
  /** Those of the data's texts that are in another language than the document, after a translation fell back. */
  foreign?: readonly ForeignText[]
  /** Place of a value in the parameters, where it is one of them. */
  placeOf?: (value: unknown) => At | undefined
  report: Report
}

export interface Rendered {
  hast: Root
  /** What the publication leaves out and the text has not. */
  unmatched: readonly Omission[]
  /** Running headers and footers, by the file name that a page master gives. */
  running: Readonly<Record<string, Root>>
}

/** Fill the format's template; `undefined`, with the reasons reported, where the template is wrong. */
export function render(input: RenderInput): Rendered | undefined {
  const {format, content, report} = input
  const main = fillTemplate(input, {name: format.template, at: format.at})
  const running = fillRunning(input)
  if (!main || !running) return
  checkPages(main.root, input.pack, report)
  const {omit = []} = input
  const own = format.omit.map((selector) => ({selector, format: format.name, at: format.optionAt('omit')}))
  const placing = {content, slots: main.slots, omit: [...own, ...omit], format: format.name, report}
  const {hast, unmatched} = placeContent(main.root, placing)
  return {hast, running, unmatched: omit.filter((omission) => unmatched.includes(omission))}
}

/** The headers and footers of all page masters. */
function fillRunning(input: RenderInput): Record<string, Root> | undefined {
  const {pack, report} = input
  const running: Record<string, Root> = {}
  let sound = true
  for (const master of Object.values(pack.masters)) {
    for (const part of ['header', 'footer'] as const) {
      const name = master[part]
      if (name === undefined || running[name]) continue
      const filled = fillTemplate(input, {name, at: pack.locate(['masters', master.name, part])})
      if (!filled) sound = false
      else running[name] = filled.root
      const [slot] = filled?.slots ?? []
      if (slot)
        report('template-unknown', 'Unexpected slot in a header or footer, expected the document’s data only', slot.at)
    }
  }
  return sound ? running : undefined
}

/** Read, check, run and parse one template. */
function fillTemplate(
  {world, pack, format, data, locale, foreign = [], placeOf, report}: RenderInput,
  {name, at}: {name: string; at: At}
): {root: Root; slots: SlotCall[]} | undefined {
  const prepared = prepare({world, report}, pack, {name, at, record: data.record})
  if (!prepared) return

  const {print, parsePrint, calls} = prepared
  const slots: SlotCall[] = []
  const helpers = makeHelpers({
    locale,
    report,
    slots,
    callOf: (index) => calls[index] ?? {at: {}, literal: false},
    asset: (path) => packAsset(world, pack, path),
    placeOf: placeOf ?? (() => undefined)
  })
  const html = print(variables(data, {pack, format, locale}), helpers)
  const root = parsePrint({world, report}, html)
  return root && {root: markLanguages(root, foreign), slots}
}

/** Parse and check what a template printed; `undefined`, with the reasons reported, where it cannot be used. */
function readPrinted({report}: Door, html: string, places: readonly At[]): Root | undefined {
  let sound = true
  const fault: Report = (...problem) => {
    sound = false
    report(...problem)
  }
  const root = parsePrinted(html, places, fault)
  checkAttributes(root, fault)
  return sound ? root : undefined
}

/** A template that was read, checked and compiled. */
interface Prepared {
  print: Print
  /** Many documents print the same, headers and footers above all: one tree stands for all of them. Never changed. */
  parsePrint: (door: Door, html: string) => Root | undefined
  calls: readonly NumberedCall[]
}

interface Wanted {
  name: string
  at: At
  record: TemplateData['record']
}

type Prepare = (door: Door, wanted: Wanted) => Prepared | undefined

/** Templates by the pack that they were checked against. */
const preparedOf = new WeakMap<Pack, Prepare>()

function prepare(door: Door, pack: Pack, wanted: Wanted): Prepared | undefined {
  const known = preparedOf.get(pack)
  if (known) return known(door, wanted)
  const ofPack: Prepare = keep((inside, one) => readPrepared(inside, pack, one), {
    key: ({name, record}) => JSON.stringify([name, record && Object.keys(record)]),
    limit: 64
  })
  preparedOf.set(pack, ofPack)
  return ofPack(door, wanted)
}

function readPrepared({world, report}: Door, pack: Pack, {name, at, record}: Wanted): Prepared | undefined {
  const sources = readSources(world, pack, {name, at, report})
  if (!sources) return
  let sound = true
  const fault: Report = (...problem) => {
    sound = false
    report(...problem)
  }
  checkTemplate(sources, modelFor(pack, record), fault)
  const places = markPlaces(sources, fault)
  if (!sound) return
  const parsePrint = keep((door, html: string) => readPrinted(door, html, places), {key: (html) => html, limit: 4})
  return {calls: numberCalls(sources), parsePrint, print: printer(sources)}
}

/** What variables there may be, whether this document has them or not. */
function modelFor(pack: Pack, record: TemplateData['record']): Model {
  const {brand, manifest} = pack
  const columns = manifest.record ? modelOf(manifest.record) : mapOf(record ? modelKeys(record) : {})
  return mapOf({
    doc: mapOf({
      ...modelKeys({title: '', subtitle: '', description: '', date: ''}),
      authors: {kind: 'list', item: value},
      keywords: {kind: 'list', item: value}
    }),
    params: manifest.parameters ? modelOf(manifest.parameters) : mapOf({}),
    record: columns,
    brand: mapOf({
      ...modelKeys({name: '', home: ''}),
      colors: valuesOf(Object.keys(brand.colors)),
      logos: valuesOf(Object.keys(brand.logos))
    }),
    ...modelKeys({lang: '', dir: '', publication: '', edition: '', format: '', layout: ''})
  })
}

function modelKeys(names: Readonly<Record<string, unknown>>): Record<string, Model> {
  return Object.fromEntries(Object.keys(names).map((name) => [name, value]))
}

function variables(
  {doc, params, record, publication, edition}: TemplateData,
  {pack, format, locale}: {pack: Pack; format: Format; locale: Locale}
): Record<string, unknown> {
  const {name, home, colors, logos} = pack.brand
  return {
    doc,
    params,
    record,
    lang: locale.lang,
    dir: locale.dir,
    publication,
    edition,
    format: format.name,
    layout: format.options.layout ?? '',
    brand: {name, home, colors, logos}
  }
}
