/** Page masters of the tests' own. */
import type {Master} from '../../src/theme/masters.ts'

/** A master with nothing on it but what `own` says, in mm. */
export function masterWith(
  own: Pick<Master, 'name' | 'width' | 'height' | 'margins' | 'frames'> & Partial<Master>
): Master {
  return {grid: {columns: 1, gutter: 0}, panels: [], art: [], bleed: 0, ...own}
}
