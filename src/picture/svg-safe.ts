/** What an SVG may hold: nothing that runs, loads, or grows without end. */
import {PictureError} from './picture.ts'
import type {Judge, XmlElement} from './svg-xml.ts'

/** Elements that show nothing themselves: they go, and the picture stays the same. */
const silent = new Set(
  'script metadata title desc animate animateColor animateMotion animateTransform set discard cursor view'.split(' ')
)
/** Elements that bring in something else than a drawing. */
const foreign = new Set('image feImage foreignObject iframe audio video canvas'.split(' '))

const maximumDrawn = 200_000
const maximumNesting = 200

/** Take out or refuse an element and its attributes. */
export const checkElement: Judge = (element, parent) => {
  const {name, attributes, children} = element
  if (silent.has(name)) return 'gone'
  // Programs that write text as HTML put plain text beside it, for those who show drawings only.
  if (name === 'foreignObject' && parent?.name === 'switch') return 'gone'
  if (foreign.has(name)) {
    const advice =
      name === 'foreignObject' ? 'Export its text as SVG text or as paths.' : 'Put the picture beside the drawing.'
    throw new PictureError(`<${name}>`, 'shapes and text only', advice)
  }
  const kept = Object.entries(attributes).filter(([key]) => !/^on/i.test(key) && (key !== 'xlink:href' || name !== 'a'))
  for (const [key, value] of kept) checkValue(name, key, value)
  return {name: name === 'a' ? 'g' : name, attributes: Object.fromEntries(kept), children}
}

function checkValue(name: string, key: string, value: string): void {
  if (key === 'xlink:href' && !value.trim().startsWith('#')) throw outside(`${name} ${value}`)
  checkCss(value)
}

/** CSS may refer to the drawing's own elements only. */
function checkCss(css: string): void {
  for (const [whole, target = ''] of css.matchAll(/url\s*\(\s*["']?([^"')]*)/gi)) {
    if (!target.startsWith('#')) throw outside(whole)
  }
  if (/@import|image-set\s*\(|src\s*\(|\\/i.test(css)) throw outside(css)
}

function outside(reference: string): PictureError {
  const shown = reference.trim().slice(0, 60)
  return new PictureError(
    `reference out of the drawing, \`${shown}\`,`,
    'references to its own elements only',
    'Put into the drawing what it refers to, or take the reference out.'
  )
}

/**
 * Check what needs the whole drawing: the text of style sheets, references that go in a circle, and elements that are
 * drawn again and again (each `<use>` of a group full of `<use>`).
 */
export function checkReferences(root: XmlElement): void {
  const targets = new Map<string, XmlElement>()
  const sheets: string[] = []
  collect(root, targets, sheets)
  const rules = rulesOf(sheets.join('\n'))
  const drawn = new Map<XmlElement, number>()
  const entered = new Set<XmlElement>()

  function count(element: XmlElement): number {
    const known = drawn.get(element)
    if (known !== undefined) return known
    if (entered.has(element)) throw new PictureError('element that refers to itself', 'none', 'Export it again.')
    entered.add(element)
    if (entered.size > maximumNesting) throw endless()
    const parts = element.children.filter((child) => typeof child !== 'string')
    const used = referencesOf(element, rules).flatMap((id) => targets.get(id) ?? [])
    const sum = [...parts, ...used].reduce((total, part) => total + count(part), 1)
    entered.delete(element)
    if (sum > maximumDrawn) throw endless()
    drawn.set(element, sum)
    return sum
  }

  count(root)
}

function endless(): PictureError {
  const advice = 'Simplify the drawing, or export it as PNG.'
  return new PictureError(`more than ${maximumDrawn} elements by <use>`, 'a simpler drawing', advice)
}

function collect(element: XmlElement, targets: Map<string, XmlElement>, sheets: string[]): void {
  const {id} = element.attributes
  if (id !== undefined && !targets.has(id)) targets.set(id, element)
  if (element.name === 'style') {
    // Faces are those of the brand: a sheet may name others, and need not load them.
    const sheet = element.children.join('').replace(/@import[^;]*;?|@font-face\s*\{[^}]*\}/gi, '')
    checkCss(sheet)
    element.children = [sheet]
    sheets.push(sheet)
  }
  for (const child of element.children) if (typeof child !== 'string') collect(child, targets, sheets)
}

interface Rule {
  /** Names in the selector: `.class`, `#id`, `element`, `*`. */
  names: ReadonlySet<string>
  ids: readonly string[]
}

/** Rules that refer to elements; any name in a selector counts as one that it applies to. */
function rulesOf(css: string): Rule[] {
  return [...css.matchAll(/([^{}]*)\{([^{}]*)\}/g)].flatMap(([, selector = '', body = '']) => {
    const ids = paintedBy(body)
    return ids.length === 0 ? [] : [{names: new Set(selector.match(/[.#]?[\w-]+|\*/g)), ids}]
  })
}

function referencesOf({name, attributes}: XmlElement, rules: readonly Rule[]): string[] {
  const {id, class: classes = ''} = attributes
  const own = ['*', name, `#${id}`, ...classes.split(/\s+/).map((one) => `.${one}`)]
  const styled = rules.filter(({names}) => own.some((one) => names.has(one))).flatMap(({ids}) => ids)
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    key === 'xlink:href' ? [value.trim().slice(1)] : paintedBy(value)
  )
  return [...new Set([...styled, ...written])]
}

function paintedBy(css: string): string[] {
  return [...css.matchAll(/url\s*\(\s*["']?#([^"')\s]*)/gi)].map(([, id = '']) => id)
}
