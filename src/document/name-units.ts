/** Units of the front matter and the parameters: a template prints them, so only their words tell where they stand. */
import type {Block, Document, Inline} from './nodes.ts'
import {plainText} from './text.ts'
import {nodesOf} from './walk.ts'

/** A value as it is shown, and the name of the unit that it is. */
export interface NamedText {
  value: string
  unit: string
  /** Language where it is not the document's, after a translation fell back. BCP 47. */
  lang?: string
}

/**
 * Name the blocks of `document` that say one of `texts` as a whole and are no unit yet. Where several texts have the
 * same words, they are taken in their order.
 */
export function nameUnits(document: Document, texts: readonly NamedText[]): void {
  const left = new Map<string, string[]>()
  for (const {value, unit} of texts) {
    const key = words(value)
    if (key !== '') left.set(key, [...(left.get(key) ?? []), unit])
  }
  const take = (inlines: readonly Inline[]): string | undefined => {
    const units = left.get(words(plainText(inlines)))
    return units && units.length > 1 ? units.shift() : units?.[0]
  }

  for (const node of nodesOf({...document, running: {}})) {
    if (node.type === 'heading' || node.type === 'paragraph') nameBlock(node, take)
    else if (node.type === 'programmeEntry' && node.data?.unit === undefined)
      for (const part of ['time', 'what', 'where'] as const) node[part] = named(node[part], take)
  }
}

type Take = (inlines: readonly Inline[]) => string | undefined

function nameBlock(node: Extract<Block, {type: 'heading' | 'paragraph'}>, take: Take): void {
  if (node.data?.unit !== undefined) return
  const unit = take(node.children)
  if (unit !== undefined) node.data = {...node.data, unit}
}

/** The words of a part; the first of them keeps the name. */
function named([first, ...rest]: readonly Inline[], take: Take): Inline[] {
  if (!first) return []
  const unit = first.data?.unit ?? take([first, ...rest])
  return [unit === undefined ? first : {...first, data: {...first.data, unit}}, ...rest]
}

function words(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
