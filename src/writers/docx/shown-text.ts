/** The text of a Word file with its colours, by its styles and the cells that it stands in. */
import type {Brand} from '../../theme/brand.ts'
import type {Style} from '../../theme/styles.ts'
import type {PrintedText} from '../pdf/engine.ts'
import type {WordBlock, WordInline, WordModel, WordParagraph} from './model.ts'

/** List the text of `model` with its colours. */
export function shownText(model: WordModel, brand: Brand): PrintedText[] {
  const looks = new Map(model.styles.map(({id, look}) => [id, look]))
  const {listLooks} = model
  const parts = [model.header, model.body, model.footer, ...model.notes]
  return parts.flatMap((part) => part.flatMap((block) => inBlock(block, '#FFFFFF')))

  function inBlock(block: WordBlock, ground: string): PrintedText[] {
    if (block.type === 'paragraph') return inParagraph(block, ground)
    return block.rows.flatMap(({cells}) =>
      cells.flatMap((cell) => {
        const own = cell.ground === undefined ? ground : hex(cell.ground)
        return cell.children.flatMap((child) => inBlock(child, own))
      })
    )
  }

  function inParagraph({style, children, item}: WordParagraph, ground: string): PrintedText[] {
    const look = looks.get(style)
    if (!look) return []
    const under = look.ground === undefined ? ground : hex(look.ground)
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
