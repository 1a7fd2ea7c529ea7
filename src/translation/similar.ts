/** The old text that a changed one most likely comes from. */
import {distance} from 'fastest-levenshtein'

/** Find the candidate whose text is most like `text`, `undefined` where none shares at least half of it. */
export function mostSimilar<Candidate>(
  text: string,
  candidates: readonly Candidate[],
  textOf: (candidate: Candidate) => string
): Candidate | undefined {
  let best: {candidate: Candidate; share: number} | undefined
  for (const candidate of candidates) {
    const other = textOf(candidate)
    const longer = Math.max(text.length, other.length)
    // A word or two is soon like another: there, two thirds have to agree.
    const least = Math.max(best?.share ?? 0, longer < 12 ? 2 / 3 : 1 / 2)
    if (Math.min(text.length, other.length) / longer < least) continue
    const share = 1 - distance(text, other) / longer
    if (share >= least && share > (best?.share ?? 0)) best = {candidate, share}
  }
  return best?.candidate
}
