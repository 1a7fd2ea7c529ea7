/** Suggestions for a misspelt name. */
import {distance} from 'fastest-levenshtein'

/** Find the name in `names` that `word` is most likely a slip of, `undefined` where none is near. */
export function nearest(word: string, names: readonly string[]): string | undefined {
  // Two letters in each other's place are two steps: `titel`.
  const limit = Math.max(word.length > 4 ? 2 : 1, Math.floor(word.length / 3))
  let best: {name: string; steps: number} | undefined
  for (const name of names) {
    const steps = distance(word.toLowerCase(), name.toLowerCase())
    if (steps <= limit && (!best || steps < best.steps)) best = {name, steps}
  }
  return best?.name
}

/** Names of a long list that a message shows: enough to see what kind of name is meant. */
const shown = 8

/** Say what was expected in place of `word`: the nearest name, or the known ones where none is near. */
export function expected(word: string, names: readonly string[]): string {
  const near = nearest(word, names)
  if (near !== undefined) return `\`${near}\``
  if (names.length === 0) return 'none'
  const quoted = names.map((name) => `\`${name}\``)
  if (quoted.length === 1) return `${quoted[0]}`
  const rest = quoted.length - shown
  return `one of ${rest > 1 ? `${quoted.slice(0, shown).join(', ')} and ${rest} more` : quoted.join(', ')}`
}
