/** Sections as docx takes them. */
import {Column, Footer, Header, type ISectionOptions, PageOrientation, SectionType} from 'docx'
import type {WordBlock} from './model.ts'
import type {WordRunning, WordSection} from './model-sections.ts'
import {type PackState, packBlocks} from './pack-blocks.ts'
import {twips} from './units.ts'

/** Turn the sections of the model into those of docx. */
export function packSections(state: PackState): ISectionOptions[] {
  return state.model.sections.map((section, index) => packSection(section, index === 0, state))
}

function packSection(section: WordSection, first: boolean, state: PackState): ISectionOptions {
  const {page, header, footer} = section
  const landscape = page.width > page.height
  // docx takes the sides of an upright page and turns it.
  const [width, height] = landscape ? [page.height, page.width] : [page.width, page.height]
  const {rtl} = state.model
  const around = <T>(running: WordRunning, make: (blocks: readonly WordBlock[]) => T) => ({
    ...(running.first && {first: make(running.first)}),
    ...(running.rest && {default: make(running.rest)})
  })
  return {
    properties: {
      ...(first ? {} : {type: section.start === 'here' ? SectionType.CONTINUOUS : SectionType.NEXT_PAGE}),
      ...(section.firstPage ? {titlePage: true} : {}),
      ...columnsOf(section),
      page: {
        size: {
          width: twips(width),
          height: twips(height),
          ...(landscape ? {orientation: PageOrientation.LANDSCAPE} : {})
        },
        margin: {
          top: twips(page.margins.top),
          bottom: twips(page.margins.bottom),
          left: twips(rtl ? page.margins.end : page.margins.start),
          right: twips(rtl ? page.margins.start : page.margins.end),
          header: twips(page.header),
          footer: twips(page.footer),
          gutter: 0
        }
      }
    },
    headers: around(header, (blocks) => new Header({children: packBlocks(blocks, state)})),
    footers: around(footer, (blocks) => new Footer({children: packBlocks(blocks, state)})),
    children: packBlocks(section.body, state)
  }
}

function columnsOf({columns: {widths, gap}}: WordSection): Pick<NonNullable<ISectionOptions['properties']>, 'column'> {
  const count = widths.length
  if (count < 2) return {}
  const equal = widths.every((width) => twips(width) === twips(widths[0] ?? 0))
  if (equal) return {column: {count, space: twips(gap), equalWidth: true}}
  const children = widths.map(
    (width, index) => new Column({width: twips(width), ...(index < count - 1 ? {space: twips(gap)} : {})})
  )
  return {column: {count, space: twips(gap), equalWidth: false, children}}
}
