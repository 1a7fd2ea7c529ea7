import type {Brand} from './brand.ts'
import type {Master} from './masters.ts'
import type {Styles} from './styles.ts'

/** Everything a writer may ask about looks: a pack's brand, styles and page masters, resolved for one job. */
export interface Theme {
  brand: Brand
  styles: Styles
  masters: Readonly<Record<string, Master>>
}
