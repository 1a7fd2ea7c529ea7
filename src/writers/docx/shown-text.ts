/** The text of a Word file with its colours, by its styles and the cells that it stands in. */
import type {Brand} from '../../theme/brand.ts'
import type {Style} from '../../theme/styles.ts'
import type {PrintedText} from '../pdf/engine.ts'
import type {WordBlock, WordInline, WordModel, WordParagraph} from './model.ts'

const white = '#FFFFFF'

/** List the text of `model` with its colours. */
export function shownText(model: WordModel, brand: Brand): PrintedText[] {
  const looks = new Map(model.styles.map(({id, look}) => [id, look]))
  const {listLooks} = model
  const parts = model.sections.map(({header, body, footer, ground}) => ({
    blocks: [header.first, header.rest, body, footer.first, footer.rest].flatMap((part) => part ?? []),
    ground: ground === undefined ? white : hex(ground)
  }))
  return [...parts, ...model.notes.map((blocks) => ({blocks, ground: white}))].flatMap(({blocks, ground}) =>
    blocks.flatMap((block) => inBlock(block, ground))
  )

  function inBlock(block: WordBlock, ground: string): PrintedText[] {
    if (block.type === 'paragraph') return inParagraph(block, ground)
    return block.rows.flatMap(({cells}) =>
      cells.flatMap((cell) => {
        const own = cell.ground === undefined ? ground : hex(cell.ground)
        return cell.children.flatMap((child) => inBlock(child, own))
      })
    )
  }

  function inParagraph({style, children, item, ground: own}: WordParagraph, around: string): PrintedText[] {
    const look = looks.get(style)
    if (!look) return []
    const shading = own ?? look.ground
    const under = shading === undefined ? around : hex(shading)
    const marker = item?.marker && model.lists[item.list]?.ordered ? [printed(listLooks.number.look, under, '1.')] : []
    return [...marker, ...children.flatMap((child) => inInline(child, look, under))]
  }

  function inInline(inline: WordInline, look: Style, ground: string): PrintedText[] {
    if (inline.type === 'link' || inline.type === 'marked')
      return inline.children.flatMap((child) => inInline(child, look, ground))
    if (inline.type !== 'text' && inline.type !== 'field') return []
    if (inline.value.trim() === '') return []
    const {style} = inline.format
    const own = style === undefined ? undefined : looks.get(style)
    const {color, ground: behind} = own ?? look
    const shown = {...look, color}
    return [printed(shown, behind === undefined ? ground : hex(behind), inline.value)]
  }

  function printed({color, size, weight}: Style, ground: string, words: string): PrintedText {
    return {color: hex(color), ground, size, weight, words}
  }

  function hex(name: string): string {
    return brand.colors[name] ?? '#000000'
  }
}
