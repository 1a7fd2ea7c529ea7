/** Values of YAML files against closed schemas: each fault at its place, with what was expected. */
import * as z from 'zod'
import type {Report, RuleId} from './diagnostic.ts'
import {expected} from './nearest.ts'
import type {Path, YamlFile} from './yaml.ts'

// Schemas are used a few times in a run: checking by code made for each takes longer than checking.
z.config({jitless: true})

/** A mapping of these keys and no others. The `error` of each schema is the phrase that follows "expected". */
export function closed<Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape, z.core.$strict> {
  return z.strictObject(shape, {error: 'a mapping'})
}

/** Check the value of a YAML file: the value as the schema types it, or each fault reported under `rule`. */
export function checkShape<T>(schema: z.ZodType<T>, yaml: YamlFile, faults: {rule: RuleId; report: Report}) {
  const {rule, report} = faults
  // An empty file is an empty mapping: what is missing is then named key by key.
  const result = schema.safeParse(yaml.value ?? {}, {reportInput: true})
  if (result.success) return result.data

  for (const issue of result.error.issues) {
    const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))
    if (issue.code === 'unrecognized_keys') {
      const known = keysAt(schema, path)
      for (const key of issue.keys)
        report(rule, `Unexpected key \`${key}\`, expected ${expected(key, known)}`, yaml.keyAt([...path, key]))
    } else if (issue.code === 'invalid_key') {
      const phrase = issue.issues[0]?.message ?? issue.message
      report(rule, `Unexpected key \`${path.at(-1)}\`, expected ${phrase}`, yaml.keyAt(path))
    } else if (issue.input === undefined && path.length > 0) {
      report(rule, `Missing key \`${path.join('.')}\`, expected ${issue.message}`, yaml.at(path))
    } else {
      const where = path.length > 0 ? ` at \`${path.join('.')}\`` : ''
      report(rule, `Unexpected ${describe(issue.input)}${where}, expected ${issue.message}`, yaml.at(path))
    }
  }
  return
}

/** Tell whether a YAML file holds to `schema`, its faults reported. Those that are shipped do, and the tests see to it. */
export function holdsTo(schema: z.ZodType, yaml: YamlFile, faults: {rule: RuleId; report: Report}): boolean {
  return yaml.shipped || checkShape(schema, yaml, faults) !== undefined
}

/** Keys that the closed mapping at `path` knows. */
function keysAt(schema: unknown, path: Path): string[] {
  let at = unwrap(schema)
  for (const key of path) {
    if (at instanceof z.ZodObject) at = unwrap(at.shape[key])
    else if (at instanceof z.ZodRecord) at = unwrap(at.valueType)
    else if (at instanceof z.ZodArray) at = unwrap(at.element)
  }
  return at instanceof z.ZodObject ? Object.keys(at.shape) : []
}

function unwrap(schema: unknown): unknown {
  return schema instanceof z.ZodOptional ? schema.unwrap() : schema
}

/** Name a value as an author of YAML knows it. */
export function describe(value: unknown): string {
  if (value === null || value === undefined) return 'empty value'
  if (Array.isArray(value)) return 'list'
  if (typeof value === 'object') return 'mapping'
  if (typeof value === 'string') return `text \`${value}\``
  return `${typeof value === 'number' ? 'number' : 'value'} \`${value}\``
}
