/** The families that the text of a file is set in, by the names that Word knows them by. */
import type {Brand} from '../../../theme/brand.ts'
import type {Style} from '../../../theme/styles.ts'
import type {WordBlock, WordFormat, WordInline, WordModel, WordParagraph} from '../model.ts'
import {boldWeight, familyNames, regularWeight} from '../word-theme.ts'

/** List the families in use, in order of their names, and whether text of them is bold. */
export function usedFamilies(model: WordModel, brand: Brand): {name: string; bold: boolean}[] {
  const used = new Map<string, boolean>()
  const looks = new Map(model.styles.map(({id, look}) => [id, look]))
  const body = looks.get('Normal')
  const stories = model.sections.flatMap(({header, body, footer}) => [
    header.first,
    header.rest,
    body,
    footer.first,
    footer.rest
  ])
  for (const story of [...stories, ...model.notes]) for (const block of story ?? []) inBlock(block)
  return [...used].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, bold]) => ({name, bold}))

  function inBlock(block: WordBlock): void {
    if (block.type === 'paragraph') inParagraph(block)
    else for (const row of block.rows) for (const cell of row.cells) for (const child of cell.children) inBlock(child)
  }

  function inParagraph({style, children, item, rtl}: WordParagraph): void {
    const look = looks.get(style) ?? body
    const list = item?.marker ? model.lists[item.list] : undefined
    if (list) add(list.ordered ? model.listLooks.number.look : model.listLooks.marker.look, {rtl})
    for (const child of children) inInline(child, look)
  }

  function inInline(inline: WordInline, look: Style | undefined): void {
    if (inline.type === 'link' || inline.type === 'marked') for (const child of inline.children) inInline(child, look)
    if (inline.type !== 'text' && inline.type !== 'field') return
    const {style} = inline.format
    add((style === undefined ? undefined : looks.get(style)) ?? look, inline.format)
  }

  function add(look: Style | undefined, {rtl, bold, boldComplex}: WordFormat): void {
    if (!look) return
    // Strong words are the bold of the family itself, whatever the weight around them.
    const strong = bold === true || (rtl === true && boldComplex === true)
    const names = familyNames(brand, strong ? {...look, weight: regularWeight} : look)
    const name = rtl ? names.complex : names.latin
    used.set(name, strong || look.weight >= boldWeight || used.get(name) === true)
  }
}
