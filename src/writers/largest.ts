/** The largest of many numbers. */

/** The largest of `values`, and no less than `least`; of any number of values, unlike `Math.max(...values)`. */
export function largest(values: Iterable<number>, least = 0): number {
  let most = least
  for (const value of values) if (value > most) most = value
  return most
}
