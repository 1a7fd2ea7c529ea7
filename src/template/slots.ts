/** Put the content's tree where the template left comments for it. */
import type {Element, ElementContent, Root, RootContent} from 'hast'
import {selectAll} from 'hast-util-select'
import type {At, Report, RuleId} from '../diagnostic.ts'
import {isInlineElement} from '../document/elements.ts'
import type {Omission} from './format.ts'
import {type SlotCall, slotMark} from './helpers.ts'

export interface Placing {
  content: Root
  slots: readonly SlotCall[]
  omit: readonly Omission[]
  format: string
  report: Report
}

/**
 * Fill the slots of `template`; what no slot took, and nothing omits, is `content-unplaced`. `unmatched`: what was to be
 * omitted and is not there.
 */
export function placeContent(template: Root, placing: Placing): {hast: Root; unmatched: readonly Omission[]} {
  const {shares, unmatched} = share(placing)
  const children = template.children.flatMap((child) => filled(child, shares))
  return {hast: {...template, children}, unmatched}
}

/** The nodes of each slot, of those that are not left out: selecting slots choose in their order, `body` has the rest. */
function share({content, slots, omit, format, report}: Placing) {
  const top: Root = {type: 'root', children: content.children.filter((node) => !isSpace(node))}
  const left = new Set<RootContent>(top.children)
  const unmatched = omit.filter(({selector, at}) => {
    const found = find(selector, top, {at, rule: ruleOf(at), report})
    for (const node of found) left.delete(node)
    return found.length === 0
  })
  const shares: ElementContent[][] = slots.map(() => [])
  for (const [index, slot] of slots.entries()) {
    if (slot.select === undefined) continue
    const found = find(slot.select, top, {at: slot.at, rule: 'template-unknown', report}).filter((node) =>
      left.has(node)
    )
    for (const node of found) left.delete(node)
    shares[index] = found.map((node) => styled(node, slot.style))
    if (found.length === 0 && slot.literal && /^#[\w-]+$/.test(slot.select))
      report('slot-empty', `Unexpected empty slot, expected content that matches \`${slot.select}\``, slot.at)
  }

  const body = slots.findIndex((slot) => slot.select === undefined)
  const rest = top.children.filter((node) => left.has(node) && isContent(node)) as ElementContent[]
  if (body >= 0) shares[body] = rest.map((node) => styled(node, slots[body]?.style))
  else if (rest.length > 0) reportUnplaced(rest, {format, report})
  return {shares, unmatched}
}

/** The rule of a wrong value in the file where `omit` stands: the project's, a publication's or a pack's. */
function ruleOf({file}: At): RuleId {
  if (file === 'gatefold.yml') return 'config-invalid'
  return file?.startsWith('content/') ? 'publication-invalid' : 'pack-invalid'
}

/** Top-level nodes that match; a selector sees no deeper, so that each sentence has one place. */
function find(
  selector: string,
  top: Root,
  {at, rule, report}: {at: At | undefined; rule: RuleId; report: Report}
): ElementContent[] {
  try {
    const own = new Set<unknown>(top.children)
    return selectAll(selector, top).filter((node) => own.has(node))
  } catch (error) {
    if (!(error instanceof Error)) throw error
    report(rule, `Unexpected selector \`${selector}\`, expected a CSS selector: ${error.message}`, at)
    return []
  }
}

function reportUnplaced(rest: readonly ElementContent[], {format, report}: {format: string; report: Report}): void {
  const [first] = rest
  const name = first?.type === 'element' ? `<${first.tagName}>` : 'text'
  const id = first?.type === 'element' && first.properties.id ? ` \`#${first.properties.id}\`` : ''
  const more = rest.length > 1 ? ` and ${rest.length - 1} more` : ''
  report(
    'content-unplaced',
    `Unexpected ${name}${id}${more} without a place in the format \`${format}\`, expected a slot that takes it`,
    {file: first?.data?.file, position: first?.position},
    'Add {{slot "body"}} or a slot that selects it to the template, or list a selector for it in the format’s `omit`.'
  )
}

function styled(node: ElementContent, style: string | undefined): ElementContent {
  if (style === undefined || node.type !== 'element') return node
  const {className} = node.properties
  const names = Array.isArray(className) ? className : []
  return {...node, properties: {...node.properties, className: [style, ...names]}}
}

function isSpace(node: RootContent | ElementContent): boolean {
  return node.type === 'text' && node.value.trim() === ''
}

function isContent(node: RootContent): boolean {
  return node.type === 'element' || node.type === 'text'
}

/** A node of the template with its slots filled; none where its slots found nothing and nothing else stands in it. */
function filled<Node extends RootContent | ElementContent>(
  node: Node,
  shares: readonly ElementContent[][]
): ElementContent[] {
  if (node.type === 'comment') return shares[slotIndex(node.value) ?? -1] ?? []
  if (node.type === 'text') return [node]
  if (node.type !== 'element') return []
  if (isLine(node) && slotsIn(node).length > 0) return filledLine(node, shares)
  const children = node.children.flatMap((child) => filled(child, shares))
  const slots = slotsIn(node)
  const empty = slots.length > 0 && children.every(isSpace)
  return empty ? [] : [{...node, children}]
}

function slotIndex(comment: string): number | undefined {
  const [mark, index] = comment.trim().split(' ')
  return mark === slotMark ? Number(index) : undefined
}

function slotsIn(element: Element): number[] {
  return element.children.flatMap((child) => {
    if (child.type === 'element') return slotsIn(child)
    const index = child.type === 'comment' ? slotIndex(child.value) : undefined
    return index === undefined ? [] : [index]
  })
}

/** Elements that hold words only: paragraphs, headings and what stands inside them. */
function isLine(element: Element): boolean {
  return /^(?:p|h[1-6])$/.test(element.tagName) || isInlineElement(element.tagName)
}

/**
 * A slot inside a line: paragraphs and headings give their words to it. Any other block cannot stand there, and takes
 * the line's place, the words around it in lines of their own.
 */
function filledLine(line: Element, shares: readonly ElementContent[][]): ElementContent[] {
  const parts: ElementContent[] = []
  let words: ElementContent[] = []
  const flush = () => {
    if (!words.every(isSpace)) parts.push({...line, children: words})
    words = []
  }
  for (const child of line.children) {
    const share = child.type === 'comment' ? (shares[slotIndex(child.value) ?? -1] ?? []) : filled(child, shares)
    for (const node of share) {
      if (node.type === 'element' && /^(?:p|h[1-6])$/.test(node.tagName)) {
        if (words.some((word) => !isSpace(word))) words.push({type: 'text', value: ' '})
        words.push(...node.children)
      } else if (node.type === 'element' && !isInlineElement(node.tagName)) {
        flush()
        parts.push(node)
      } else words.push(node)
    }
  }
  flush()
  return parts
}
