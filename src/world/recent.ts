/** What was used last, up to a limit: the caches of the process. Values are shared and never changed. */

export interface Recent<Key, Value> {
  get(key: Key): Value | undefined
  set(key: Key, value: Value): void
}

/** A cache of `limit` values; the one that was used longest ago makes room for a new one. */
export function recent<Key, Value>(limit: number): Recent<Key, Value> {
  const values = new Map<Key, Value>()
  return {
    get(key) {
      const value = values.get(key)
      if (value === undefined) return
      values.delete(key)
      values.set(key, value)
      return value
    },
    set(key, value) {
      values.delete(key)
      const [oldest] = values.keys()
      if (oldest !== undefined && values.size >= limit) values.delete(oldest)
      values.set(key, value)
    }
  }
}

/** Arguments that are longer, in characters, are not worth the room that they would take. */
const longestKey = 10_000

/** Keep up to `limit` results of the pure function `make`, which depends on nothing but its arguments. */
export function remember<Args extends (string | number | undefined)[], Result extends object | string | boolean>(
  make: (...args: Args) => Result,
  limit: number
): (...args: Args) => Result {
  const results = recent<string, Result>(limit)
  return (...args) => {
    const key = args.join('\n')
    const known = results.get(key)
    if (known !== undefined) return known
    const result = make(...args)
    if (key.length <= longestKey) results.set(key, result)
    return result
  }
}
