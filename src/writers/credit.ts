/** Who made a picture, and on what terms it is shown. */
import type {Figure} from '../document/nodes.ts'

/** What parts the two. */
export const creditSign = ' · '

/** The line below a picture; none where neither is said. */
export function creditOf({credit, licence}: Pick<Figure, 'credit' | 'licence'>): string | undefined {
  const parts = [credit, licence].filter((part) => part !== undefined && part !== '')
  return parts.length === 0 ? undefined : parts.join(creditSign)
}
