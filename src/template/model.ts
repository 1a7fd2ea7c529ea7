/** What the variables of a template may be: the shape of doc, params, record and the rest. */
import {isMapping, valueAt} from './merge.ts'

export type Model =
  | {kind: 'any'}
  | {kind: 'value'}
  | {kind: 'list'; item: Model}
  /** `rest`: what other keys hold, where there may be any. */
  | {kind: 'map'; keys: Readonly<Record<string, Model>>; rest?: Model}

export const any: Model = {kind: 'any'}
export const value: Model = {kind: 'value'}
export const mapOf = (keys: Readonly<Record<string, Model>>, rest?: Model): Model =>
  rest ? {kind: 'map', keys, rest} : {kind: 'map', keys}

/** A mapping whose keys are all plain values. */
export function valuesOf(names: readonly string[]): Model {
  return mapOf(Object.fromEntries(names.map((name) => [name, value])))
}

/** Model what a JSON Schema describes. Declared properties close a mapping unless it says `additionalProperties`. */
export function modelOf(schema: unknown, root: unknown = schema, depth = 0): Model {
  const entry = resolveReference(schema, root)
  // A schema that contains itself is followed as far as any template goes.
  if (!isMapping(entry) || depth > 8) return any
  const {type, properties, items, additionalProperties} = entry
  if (type === 'array' || items !== undefined) return {kind: 'list', item: modelOf(items, root, depth + 1)}
  if (type === 'object' || properties !== undefined) {
    const rest = additionalProperties === true ? any : additionalProperties
    const others = isMapping(rest) ? modelOf(rest, root, depth + 1) : undefined
    if (!isMapping(properties)) return mapOf({}, others ?? any)
    const keys = Object.entries(properties).map(([key, inner]) => [key, modelOf(inner, root, depth + 1)] as const)
    return mapOf(Object.fromEntries(keys), others)
  }
  return type === undefined ? any : value
}

/** The schema that `$ref: '#/$defs/person'` points at, or `schema` itself. */
export function resolveReference(schema: unknown, root: unknown): unknown {
  let at = schema
  for (let steps = 0; isMapping(at) && typeof at.$ref === 'string' && steps < 8; steps += 1) {
    const path = at.$ref.replace(/^#\/?/, '').split('/').filter(Boolean)
    at = valueAt(root, path)
  }
  return at
}

/** Follow `parts` into `model`; where that fails, the part that is unknown and the names that are not. */
export function follow(
  model: Model,
  parts: readonly string[]
): {model: Model} | {unknown: string; known: readonly string[]; before: readonly string[]} {
  let at = model
  for (const [index, part] of parts.entries()) {
    if (at.kind === 'any') return {model: any}
    if (at.kind === 'list' && (part === 'length' || /^\d+$/.test(part))) at = part === 'length' ? value : at.item
    else if (at.kind === 'map' && Object.hasOwn(at.keys, part)) at = at.keys[part] ?? any
    else if (at.kind === 'map' && at.rest) at = at.rest
    else return {unknown: part, known: at.kind === 'map' ? Object.keys(at.keys) : [], before: parts.slice(0, index)}
  }
  return {model: at}
}

/** What `each` goes through. */
export function itemOf(model: Model): Model {
  if (model.kind === 'list') return model.item
  if (model.kind !== 'map') return any
  const items = Object.values(model.keys)
  return model.rest ?? (items.length > 0 && items.every((item) => item.kind === 'value') ? value : any)
}

/** Lay the keys of `over` on a mapping. */
export function extend(model: Model, over: Readonly<Record<string, Model>>): Model {
  return model.kind === 'map' ? {...model, keys: {...model.keys, ...over}} : mapOf(over, any)
}
