/** Inheritance between packs, and from project to publication to edition: maps merge deeply, everything else replaces. */

export type Mapping = Readonly<Record<string, unknown>>

/** Lay `over` on `base`. */
export function merge(base: Mapping, over: Mapping): Mapping {
  const merged = new Map(Object.entries(base))
  for (const [key, value] of Object.entries(over)) {
    const under = merged.get(key)
    merged.set(key, isMapping(under) && isMapping(value) ? merge(under, value) : value)
  }
  return Object.fromEntries(merged)
}

export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value at `path`, `undefined` where there is none. */
export function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  let at = value
  for (const key of path) {
    if (Array.isArray(at) && typeof key === 'number') at = at[key]
    else if (isMapping(at) && Object.hasOwn(at, key)) at = at[key]
    else return
  }
  return at
}

/** The way to the first place in `within` that holds `wanted`, `undefined` where none does. */
export function pathTo(wanted: unknown, within: unknown): (string | number)[] | undefined {
  if (within === wanted) return []
  if (typeof within !== 'object' || within === null) return
  for (const [key, value] of Object.entries(within)) {
    const rest = pathTo(wanted, value)
    if (rest) return [Array.isArray(within) ? Number(key) : key, ...rest]
  }
  return
}
