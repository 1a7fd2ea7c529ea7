/** Parameters and records against the JSON Schemas of the pack. */
import {Ajv2020, type ErrorObject, type ValidateFunction} from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import type {At, Report} from '../diagnostic.ts'
import {expected} from '../nearest.ts'
import {describe} from '../shape.ts'
import type {Path} from '../yaml.ts'
import {isMapping, type Mapping, valueAt} from './merge.ts'
import {resolveReference} from './model.ts'
import type {Pack} from './pack.ts'

export type Values = Mapping

/** Where a value stands: `locate(['place'])`; the empty path is the file itself. */
export type Locate = (path: Path) => At

/** Check `values` and fill in defaults; every fault is `parameter-invalid` at its place, and its parameter is left out. */
export function checkParameters(pack: Pack, values: Values, from: {locate: Locate; report: Report}): Values {
  return check(values, {pack, part: 'parameters', ...from})
}

/**
 * Check a record of an edition with `each` in the same way: every fault is `data-invalid` with `row` and column. A cell
 * is text, and read as the number it should be; one in which nothing stands is missing, and an empty text in the end,
 * but where the schema wants text of some length.
 */
export function checkRecord(pack: Pack, values: Values, from: {row: number; locate: Locate; report: Report}): Values {
  const isBlank = (value: unknown) => value === null || (typeof value === 'string' && value.trim() === '')
  const isWanted = (column: string) => valueAt(pack.manifest.record, ['properties', column, 'minLength']) !== undefined
  const cells = Object.entries(values).map(([column, value]) => [column, isBlank(value) ? '' : value] as const)
  const said = Object.fromEntries(cells.filter(([column, value]) => value !== '' || isWanted(column)))
  // All records have the same columns in the same order: templates are made ready for them once.
  const empty = Object.fromEntries(Object.keys(values).map((column) => [column, '']))
  return {...empty, ...check(said, {pack, part: 'record', ...from})}
}

interface Door {
  pack: Pack
  part: 'parameters' | 'record'
  /** Of a record: where it stands in its file. */
  row?: number
  locate: Locate
  report: Report
}

function check(values: Values, door: Door): Values {
  const {pack, part, locate, report} = door
  const schema = pack.manifest[part]
  if (!schema) return values
  const validate = compile(schema, door)
  if (!validate) return values

  const filled = structuredClone(values)
  if (validate(filled)) return filled
  const faulty = new Set<unknown>()
  for (const error of validate.errors ?? []) {
    const path = pathOf(error)
    const rule = part === 'record' ? 'data-invalid' : 'parameter-invalid'
    report(rule, reasonOf(error, path, {values, row: door.row}), locate(path))
    faulty.add(path[0])
  }
  // Nobody is told twice of what is wrong with them.
  return Object.fromEntries(Object.entries(filled).filter(([key]) => !faulty.has(key)))
}

/** Compiled schemas, as long as the packs that they are from. */
const compiled = new WeakMap<Values, ValidateFunction>()

function compile(schema: Values, {pack, part, report}: Door): ValidateFunction | undefined {
  const known = compiled.get(schema)
  if (known) return known
  // Without its own name, a schema cannot clash with JSON Schema's own.
  const {$schema: _, $id: __, ...plain} = schema
  try {
    const validate = checkerFor(pack, part).compile(plain)
    compiled.set(schema, validate)
    return validate
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const reason = `Unexpected JSON Schema, expected a valid one: ${error.message}`
    report('pack-invalid', reason, pack.locate([part]))
    return
  }
}

function checkerFor({shipped}: Pack, part: Door['part']): Ajv2020 {
  // Schemas that are shipped are held to JSON Schema's own by the tests: reading that takes longer than all the rest.
  const validateSchema = !shipped
  const ajv = new Ajv2020({
    meta: validateSchema,
    strict: false,
    allErrors: true,
    useDefaults: true,
    verbose: true,
    // A check runs a few times at most: what makes it shorter takes longer than it does.
    code: {optimize: false},
    coerceTypes: part === 'record',
    validateSchema
  })
  formats.default(ajv)
  return ajv
}

function pathOf({instancePath}: ErrorObject): (string | number)[] {
  const parts = instancePath.split('/').slice(1)
  return parts.map((part) => (/^\d+$/.test(part) ? Number(part) : part.replaceAll('~1', '/').replaceAll('~0', '~')))
}

/** Say what came and what was expected in the words of the house. */
function reasonOf(error: ErrorObject, path: Path, {values, row}: {values: Values; row: number | undefined}): string {
  const params: Readonly<Record<string, unknown>> = error.params
  const subject = row === undefined ? 'parameter' : `value in row ${row}, column`
  if (error.keyword === 'required') {
    const wanted = missing(error.parentSchema, String(params.missingProperty))
    return `Missing ${subject} \`${[...path, params.missingProperty].join('.')}\`, expected ${wanted}`
  }
  if (error.keyword === 'additionalProperties') {
    const key = String(params.additionalProperty)
    const known = isMapping(error.parentSchema?.properties) ? Object.keys(error.parentSchema.properties) : []
    return `Unexpected ${subject} \`${[...path, key].join('.')}\`, expected ${expected(key, known)}`
  }
  const value = valueAt(values, path)
  if (row !== undefined && value === '')
    return `Missing ${subject} \`${path.join('.')}\`, expected ${expectation(error)}`
  const where = row === undefined ? 'of the parameter' : `in row ${row}, column`
  return `Unexpected ${describe(value)} ${where} \`${path.join('.')}\`, expected ${expectation(error)}`
}

function missing(parent: unknown, key: string): string {
  const type = valueAt(parent, ['properties', key, 'type'])
  return typeof type === 'string' ? `it to be ${typeName(type)}` : 'a value'
}

function expectation({keyword, params, parentSchema, message = 'another value'}: ErrorObject): string {
  const given: Readonly<Record<string, unknown>> = params
  const example = valueAt(parentSchema, ['examples', 0])
  if (keyword === 'type')
    return [given.type]
      .flat()
      .map((type) => typeName(String(type)))
      .join(' or ')
  if (keyword === 'enum' && Array.isArray(given.allowedValues))
    return `one of ${given.allowedValues.map((value) => `\`${value}\``).join(', ')}`
  if (keyword === 'format') return formatNames[String(given.format)] ?? `a value of the format \`${given.format}\``
  if (keyword === 'minLength' && given.limit === 1) return 'some text'
  if (keyword === 'pattern' && example !== undefined) return `text such as \`${example}\``
  return message.replace(/^must (be |have |match )?/, '')
}

const formatNames: Readonly<Record<string, string>> = {
  date: 'a date such as `2027-05-14`',
  uri: 'an address such as `https://www.example.org`',
  email: 'an address such as `info@example.org`'
}

function typeName(type: string): string {
  const names: Readonly<Record<string, string>> = {
    string: 'text',
    number: 'a number',
    integer: 'a whole number',
    boolean: '`true` or `false`',
    array: 'a list',
    object: 'a mapping',
    null: 'nothing'
  }
  return names[type] ?? type
}

/** A text of the parameters that is to be translated; `context` is its msgctxt, `params/speakers/0/role`. */
export interface TranslatableText {
  context: string
  text: string
  path: Path
}

/** Texts whose schema says `x-translatable: true`, in the order of the schema. */
export function translatableTexts(pack: Pack, values: Values): TranslatableText[] {
  const texts: TranslatableText[] = []
  translateParameters(pack, values, (text) => {
    texts.push(text)
    return text.text
  })
  return texts
}

/** A copy of `values` with each translatable text replaced by what `translate` gives. */
export function translateParameters(pack: Pack, values: Values, translate: (text: TranslatableText) => string): Values {
  const root = pack.manifest.parameters
  const translated = walk(values, root, [])
  return isMapping(translated) ? translated : values

  function walk(at: unknown, schema: unknown, path: Path): unknown {
    const entry = resolveReference(schema, root)
    if (!isMapping(entry)) return at
    if (typeof at === 'string')
      return entry['x-translatable'] === true ? translate({context: ['params', ...path].join('/'), text: at, path}) : at
    if (Array.isArray(at)) return at.map((item, index) => walk(item, entry.items, [...path, index]))
    if (!isMapping(at)) return at
    const known = isMapping(entry.properties) ? entry.properties : {}
    const keys = [...Object.keys(known).filter((key) => Object.hasOwn(at, key))]
    const changed = keys.map((key) => [key, walk(at[key], known[key], [...path, key])] as const)
    return {...at, ...Object.fromEntries(changed)}
  }
}
