/** Styles of tables, which docx has no way to state. */
import type {Brand} from '../../theme/brand.ts'
import type {Rule} from '../../theme/styles.ts'
import type {WordModel} from './model.ts'
import {twips} from './units.ts'
import {hexOf} from './word-theme.ts'

/** XML of the table styles: `Brand Table` for data, `Brand Lines` without a header row, `Layout Table` with no lines. */
export function tableStyles(model: WordModel, brand: Brand): string {
  const {head, row} = model.tableRules
  const line = (side: string, rule: Rule | undefined) => (rule ? border(side, rule, brand) : '')
  const lines = `<w:tblBorders>${line('bottom', row)}${line('insideH', row)}</w:tblBorders>`
  const heading = `<w:tcPr><w:tcBorders>${line('bottom', head)}</w:tcBorders></w:tcPr>`
  return (
    style('BrandTable', 'Brand Table', lines + cells(rowPadding)) +
    `<w:tblStylePr w:type="firstRow">${heading}</w:tblStylePr></w:style>` +
    `${style('BrandLines', 'Brand Lines', lines + cells(rowPadding))}</w:style>` +
    `${style('PlainTable', 'Layout Table', cells(0))}</w:style>`
  )
}

function border(side: string, rule: Rule, brand: Brand): string {
  const size = Math.max(2, Math.round(rule.width * 8))
  return `<w:${side} w:val="single" w:sz="${size}" w:space="0" w:color="${hexOf(brand, rule.color)}"/>`
}

/** Space above and below the text of a row, pt. */
const rowPadding = 4.5

function cells(vertical: number): string {
  const side = (name: string, width: number) => `<w:${name} w:w="${twips(width)}" w:type="dxa"/>`
  const sides = side('top', vertical) + side('left', 0) + side('bottom', vertical) + side('right', 0)
  return `<w:tblCellMar>${sides}</w:tblCellMar>`
}

function style(id: string, name: string, properties: string): string {
  return (
    `<w:style w:type="table" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/>` +
    `<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/><w:tblPr>${properties}</w:tblPr>`
  )
}
