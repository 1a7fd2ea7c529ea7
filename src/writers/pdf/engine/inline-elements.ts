/** Structure inside a paragraph: links, references to notes, other languages, text that is drawn in another order. */
import {isDescribed} from './block-element.ts'
import {LONGEST_STRING} from './conformance.ts'
import type {Galley} from './galley.ts'
import type {Inline} from './items.ts'
import type {StructureElement} from './structure.ts'

/** Gives the pieces of one paragraph their elements; ask in logical order. */
export class InlineElements {
  private readonly galley: Galley
  private readonly block: StructureElement | null
  /** Right-to-left text is drawn leftmost first, so that its leaves say what they read as. */
  private readonly reordered: boolean
  private open: {key: string; link: string | undefined; element: StructureElement} | undefined

  constructor(galley: Galley, inlines: readonly Inline[]) {
    this.galley = galley
    this.block = galley.around.element
    this.reordered = inlines.some((inline) => inline.level > 0)
  }

  /** The element of a piece and its place in reading order. */
  elementOf(inline: Inline): {element: StructureElement | null; order: number} {
    const {tree} = this.galley.options
    if (!this.block) return {element: null, order: 0}
    if (inline.run.picture) return this.pictureElement(this.block, inline)
    const key = this.keyOf(inline)
    const full = (this.open?.element.attributes.actualText?.length ?? 0) + inline.text.length > LONGEST_STRING
    if (this.open?.key !== key || full)
      this.open = {key, link: inline.run.link, element: this.openElement(this.block, inline)}
    const {element} = this.open
    if (this.reordered) element.attributes.actualText = (element.attributes.actualText ?? '') + inline.text
    return {element, order: tree.nextOrder()}
  }

  /** A Figure of its own, in a Link where it is one; decoration has no element. */
  private pictureElement(block: StructureElement, {run}: Inline): {element: StructureElement | null; order: number} {
    const {tree} = this.galley.options
    this.open = undefined
    const alt = run.picture?.alt
    if (!isDescribed(alt)) return {element: null, order: tree.nextOrder()}
    const around = run.link === undefined ? block : tree.add(block, 'Link')
    return {element: tree.add(around, 'Figure', {alt: alt ?? undefined, inline: true}), order: tree.nextOrder()}
  }

  /** A link goes on where only the language in it changes. */
  private linkElement(block: StructureElement, url: string): StructureElement {
    const {open} = this
    const last = open?.element.tag === 'Span' ? open.element.parent : open?.element
    if (last?.tag === 'Link' && open?.link === url) return last
    return this.galley.options.tree.add(block, 'Link')
  }

  private keyOf({run}: Inline): string {
    return [run.link ?? '', run.note?.id ?? '', run.label ? 'label' : '', this.foreign(run.lang) ?? ''].join('\n')
  }

  private foreign(lang: string | undefined): string | undefined {
    return lang === this.galley.around.lang ? undefined : lang
  }

  /** Link or Reference, in it a Span where the language or the order is another. */
  private openElement(block: StructureElement, {run}: Inline): StructureElement {
    const {tree} = this.galley.options
    const lang = this.foreign(run.lang)
    let element = block
    if (run.link !== undefined) element = this.linkElement(element, run.link)
    else if (run.note) element = tree.add(element, 'Reference')
    // A label stands beside the paragraph that it begins.
    else if (run.label) element = tree.add(block.parent ?? block, 'Lbl', {}, block.order - 0.5)
    if (lang !== undefined || this.reordered) element = tree.add(element, 'Span', {lang})
    return element
  }
}
