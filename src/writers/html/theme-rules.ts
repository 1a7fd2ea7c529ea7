/** The theme as CSS: colours as custom properties, one rule for each style in use. */
import type {Brand, FontRole} from '../../theme/brand.ts'
import type {Style, Styles} from '../../theme/styles.ts'
import type {WriterContext} from '../writer.ts'
import {className} from './state.ts'

/** Size of body text on the screen, rem; the other styles keep their proportion to it. */
const bodySize = 1.0625

/** Headings larger than this grow with the window, rem. */
const largest = 1.7

/** Write the rules for the styles of `used`, in the order of their names. */
export function themeRules(context: WriterContext, used: ReadonlySet<string>): string {
  const {brand, styles} = context.theme
  const body = styles.get('body')
  const colours = Object.entries(brand.colors).map(([name, value]) => `--${name}: ${value};`)
  const roles: readonly FontRole[] = ['head', 'text', 'mono']
  const fonts = roles.map((role) => `--font-${role}: ${families(role, brand, context.locale.script)};`)
  const rules = [...used].sort().map((key) => {
    const selector = key === 'body' ? 'body' : `.${className(key)}`
    return `${selector} {${declarations(styles.get(key), body.size).join('; ')}}`
  })
  return [`:root {${[...colours, ...fonts].join(' ')}}`, ...rules].join('\n')
}

/** Size of the style `key` on the screen, rem; the larger ones are smaller on a telephone. */
export function screenSize(key: string, styles: Styles): number {
  return (styles.get(key).size / styles.get('body').size) * bodySize
}

/** Families as the reader may have them: the script's own first, the brand's, their substitutes, then the system's. */
function families(role: FontRole, brand: Brand, script: string): string {
  const own = [brand.scripts[script.toLowerCase()]?.[role], brand.roles[role]].filter((family) => family !== undefined)
  const substitutes = own.flatMap((family) => brand.substitutes[family] ?? [])
  const names = [...new Set([...own, ...substitutes, ...brand.fallback])].map(
    (family) => `'${family.replace(/['\\]/g, '')}'`
  )
  return [...names, role === 'mono' ? 'monospace' : 'system-ui, sans-serif'].join(', ')
}

function declarations(style: Style, bodyPoints: number): string[] {
  const size = (style.size / bodyPoints) * bodySize
  const em = (points: number) => `${round(points / style.size)}em`
  const tracking = style.tracking === 0 ? [] : [`letter-spacing: ${em(style.tracking)}`]
  return [
    `font-family: var(--font-${style.font})`,
    `font-size: ${round(size)}rem`,
    ...(size > largest ? [`font-size: ${fluid(size)}`] : []),
    `line-height: ${round(style.leading / style.size)}`,
    `font-weight: ${style.weight}`,
    ...(style.italic ? ['font-style: italic'] : []),
    ...tracking,
    `color: var(--${style.color})`,
    `margin-block: ${em(style.before)} ${em(style.after)}`,
    ...(style.align === 'start' ? [] : [`text-align: ${style.align}`]),
    ...(style.hyphenate ? ['hyphens: auto'] : []),
    ...boxDeclarations(style)
  ]
}

function boxDeclarations(style: Style): string[] {
  const [vertical, horizontal] = style.padding ?? [0, 0]
  const {ground, ruleAbove, ruleBelow, marker} = style
  return [
    ...(ground === undefined ? [] : [`background: var(--${ground})`]),
    ...(marker ? [`--marker: var(--${marker.color})`] : []),
    ...(vertical + horizontal > 0 ? [`padding: ${rem(vertical)} ${rem(horizontal)}`] : []),
    ...(ruleAbove ? [`border-block-start: ${ruleAbove.width}pt solid var(--${ruleAbove.color})`] : []),
    ...(ruleAbove && vertical === 0 ? [`padding-block-start: ${rem(ruleAbove.gap)}`] : []),
    ...(ruleBelow ? [`border-block-end: ${ruleBelow.width}pt solid var(--${ruleBelow.color})`] : []),
    ...(ruleBelow && vertical === 0 ? [`padding-block-end: ${rem(ruleBelow.gap)}`] : [])
  ]
}

/** A size that reaches `size` rem in a wide window and three fifths of it on a telephone. */
function fluid(size: number): string {
  return `clamp(${round(size * 0.6)}rem, ${round(size * 0.35)}rem + ${round(size * 1.1)}vw, ${round(size)}rem)`
}

/** Points of print as rem. */
function rem(points: number): string {
  return `${round(points / 12)}rem`
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
