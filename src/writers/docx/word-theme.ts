/** The brand as Word's theme: colours and fonts that a person can change for the whole file in one place. */
import type {IRunStylePropertiesOptions, IThemeColorsOptions, IThemeFontsOptions, ThemeColor} from 'docx'
import type {Brand, FontFace, FontRole} from '../../theme/brand.ts'
import type {Style} from '../../theme/styles.ts'
import type {WordStyle} from './model.ts'

type Slot = keyof IThemeColorsOptions

/** Roles of brand.yml that Word's theme has a place for. */
const slots: Readonly<Record<Slot, string>> = {
  dark1: 'foreground',
  light1: 'background',
  dark2: 'dark',
  light2: 'light',
  accent1: 'primary',
  accent2: 'secondary',
  accent3: 'tertiary',
  accent4: 'info',
  accent5: 'warning',
  accent6: 'danger',
  hyperlink: 'link',
  followedHyperlink: 'link'
}

/** Words for the slots in references. */
const references = [
  ['foreground', 'dark1'],
  ['background', 'light1'],
  ['primary', 'accent1'],
  ['secondary', 'accent2'],
  ['tertiary', 'accent3'],
  ['light', 'light2'],
  ['info', 'accent4'],
  ['warning', 'accent5'],
  ['danger', 'accent6']
] as const

export function themeColors(brand: Brand): IThemeColorsOptions {
  const colors = Object.entries(slots).flatMap(([slot, role]) => {
    const color = brand.colors[role]
    return color === undefined ? [] : [[slot, hex(color)]]
  })
  return Object.fromEntries(colors)
}

export function themeFonts(brand: Brand): IThemeFontsOptions {
  const fonts = (role: FontRole) => {
    const scripts = Object.entries(brand.scripts).flatMap(([script, roles]) => {
      const family = roles[role]
      return family === undefined ? [] : [[script.slice(0, 1).toUpperCase() + script.slice(1), family] as const]
    })
    const complex = complexFamily(brand, role)
    return {latin: brand.roles[role], complexScript: complex, scripts: Object.fromEntries(scripts)}
  }
  return {headings: fonts('head'), body: fonts('text')}
}

/** Colour of the brand by name: a reference to the theme where it is one of the theme's, so that it follows it. */
export function wordColor(brand: Brand, name: string): string | ThemeColor {
  const color = brand.colors[name] ?? (/^#[\da-f]{6}$/i.test(name) ? name : '#000000')
  const reference = references.find(([role]) => brand.colors[role] === color)
  return reference ? {theme: reference[1]} : hex(color)
}

/** `#16211f` → `16211F` */
export function hex(color: string): string {
  return color.replace('#', '').toUpperCase()
}

/** Six hex digits of a brand colour. */
export function hexOf(brand: Brand, name: string): string {
  return hex(brand.colors[name] ?? (/^#[\da-f]{6}$/i.test(name) ? name : '#000000'))
}

/**
 * Font and weight of a style. The theme's own families are referred to by the theme; a weight that is neither regular
 * nor bold has a family name of its own (`Geologica Light`), as the static font files do.
 */
export function wordFont(
  brand: Brand,
  look: Pick<Style, 'font' | 'weight'>
): Pick<IRunStylePropertiesOptions, 'font' | 'bold' | 'boldComplexScript'> {
  const bold = look.weight >= boldWeight
  const {latin, complex} = familyNames(brand, look)
  const plain = latin === brand.roles[look.font] && complex === complexFamily(brand, look.font)
  const theme = look.font === 'head' ? 'headings' : 'body'
  return {
    font: plain && look.font !== 'mono' ? {theme} : {ascii: latin, hAnsi: latin, eastAsia: latin, cs: complex},
    bold,
    boldComplexScript: bold
  }
}

/**
 * Font of strong words by the id of their paragraph's style, where that style is of a weight with a name of its own: the
 * bold of `Geologica Medium` would be drawn by the program, that of `Geologica` is a face.
 */
export function strongFonts(styles: readonly WordStyle[], brand: Brand): ReadonlyMap<string, StrongFont> {
  const named = styles.filter(({look}) => look.weight !== regularWeight && look.weight < boldWeight)
  return new Map(named.map(({id, look}) => [id, wordFont(brand, {...look, weight: regularWeight}).font]))
}

export type StrongFont = ReturnType<typeof wordFont>['font']

export const regularWeight = 400

/** From here on a weight is the bold of its family. */
export const boldWeight = 700

/** Names that Word knows the families of a style by: for left-to-right text, and for the other. */
export function familyNames(brand: Brand, {font, weight}: Pick<Style, 'font' | 'weight'>) {
  const named = weight >= boldWeight ? regularWeight : weight
  return {
    latin: familyOfWeight(brand, brand.roles[font], named),
    complex: familyOfWeight(brand, complexFamily(brand, font), named)
  }
}

const weightNames: Readonly<Record<number, string>> = {
  100: 'Thin',
  200: 'ExtraLight',
  300: 'Light',
  500: 'Medium',
  600: 'SemiBold',
  800: 'ExtraBold',
  900: 'Black'
}

/** Family name of a static weight, the nearest that the brand has a face of. */
export function familyOfWeight(brand: Brand, family: string, weight: number): string {
  const weights = brand.faces.filter((face) => face.family === family && !face.italic).map((face) => face.weight)
  const nearest = weights.toSorted((a, b) => Math.abs(a - weight) - Math.abs(b - weight) || a - b)[0] ?? 400
  const name = weightNames[nearest]
  return name === undefined ? family : `${family} ${name}`
}

/** Faces that may belong to the family that Word knows as `name`: its own, and those that may be its bold. */
export function facesNamed(brand: Brand, name: string): FontFace[] {
  return brand.faces.filter(
    ({family, weight}) => familyOfWeight(brand, family, weight) === name || (family === name && weight >= boldWeight)
  )
}

/** Family for right-to-left text in a role. */
function complexFamily(brand: Brand, role: FontRole): string {
  return brand.scripts.arab?.[role] ?? brand.scripts.hebr?.[role] ?? brand.roles[role]
}

/**
 * The brand for a document in `script` (ISO 15924): Word has one place for the families of left-to-right scripts and
 * one for the others, so the script's own families take the place that is theirs.
 */
export function brandIn(brand: Brand, script: string, rtl: boolean): Brand {
  const own = brand.scripts[script.toLowerCase()]
  if (!own) return brand
  return rtl ? {...brand, scripts: {...brand.scripts, arab: own}} : {...brand, roles: {...brand.roles, ...own}}
}
