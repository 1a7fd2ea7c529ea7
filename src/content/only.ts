/** Conditional text: `:::only{format="word web" lang="mk" edition="…"}`. */
import type {Root} from 'mdast'

export interface Occasion {
  format: string
  /** BCP 47 */
  lang: string
  edition: string | null
}

/** Keep the blocks of `:::only` that are meant for this document, without their directive; drop the others. */
export function only(tree: Root, occasion: Occasion): Root {
  void [tree, occasion]
  throw new Error('not yet written')
}
