/** Attributes of a filled template, and the page masters and frames that it names. */
import type {Element, Root} from 'hast'
import {visit} from 'unist-util-visit'
import type {At, Report} from '../diagnostic.ts'
import {expected} from '../nearest.ts'
import type {Pack} from './pack.ts'

const everywhere = ['class', 'lang']

const heading = ['id', 'dir']

/** Attributes that mean something, by element, as HTML spells them. */
const own: Readonly<Record<string, readonly string[]>> = {
  section: ['data-master', 'id'],
  h1: heading,
  h2: heading,
  h3: heading,
  h4: heading,
  h5: heading,
  h6: heading,
  p: ['dir'],
  span: ['dir'],
  div: ['data-frame'],
  a: ['href', 'title'],
  img: ['src', 'alt', 'decorative', 'width', 'height'],
  ol: ['start'],
  input: ['type', 'checked', 'disabled'],
  th: ['scope', 'align', 'colspan', 'rowspan'],
  td: ['align', 'colspan', 'rowspan'],
  'gf-callout': ['kind'],
  'gf-key-figure': ['value', 'unit'],
  'gf-column': ['width'],
  'gf-break': ['to'],
  'gf-toc': ['depth'],
  'gf-qr': ['href'],
  'gf-slide': ['layout'],
  'gf-figure': ['src', 'alt', 'decorative', 'credit', 'licence', 'focus', 'width', 'height'],
  'gf-note': ['id', 'number'],
  'gf-field': ['name']
}

/** Report attributes that mean nothing: no style, no script, no slip of the pen. */
export function checkAttributes(root: Root, report: Report): void {
  visit(root, 'element', (element: Element) => {
    const allowed = [...everywhere, ...(own[element.tagName] ?? [])]
    for (const property of Object.keys(element.properties)) {
      const name = spelled(property)
      if (allowed.includes(name)) continue
      report(
        'template-markup',
        `Unexpected attribute \`${name}\` of \`<${element.tagName}>\`, expected ${expected(name, allowed)}`,
        placeOf(element),
        name === 'style' ? 'Give it a class, and the look to a style of template.yml.' : undefined
      )
    }
  })
}

/** `className` is `class`, `dataMaster` is `data-master`, `colSpan` is `colspan`. */
function spelled(property: string): string {
  if (property === 'className') return 'class'
  const data = /^data([A-Z].*)$/.exec(property)?.[1]
  return data === undefined
    ? property.toLowerCase()
    : `data${data.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

/** Report page masters and frames that the pack does not have. */
export function checkPages(root: Root, pack: Pack, report: Report): void {
  for (const page of root.children) {
    if (page.type !== 'element' || page.properties.dataMaster === undefined) continue
    const name = String(page.properties.dataMaster)
    const master = Object.hasOwn(pack.masters, name) ? pack.masters[name] : undefined
    if (!master) {
      const masters = Object.keys(pack.masters)
      report('master-unknown', `Unexpected page master \`${name}\`, expected ${expected(name, masters)}`, placeOf(page))
      continue
    }
    const frames = Object.keys(master.frames)
    for (const child of page.children) {
      const frame = child.type === 'element' ? child.properties.dataFrame : undefined
      if (frame === undefined || child.type !== 'element' || frames.includes(String(frame))) continue
      const choice = expected(String(frame), frames)
      report(
        'master-unknown',
        `Unexpected frame \`${frame}\` on the master \`${name}\`, expected ${choice}`,
        placeOf(child)
      )
    }
  }
}

function placeOf(element: Element): At {
  return {file: element.data?.file, position: element.position}
}
