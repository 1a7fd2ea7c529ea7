/** Styles of tables, which docx has no way to state. */
import type {Brand} from '../../theme/brand.ts'
import type {Rule} from '../../theme/styles.ts'
import type {WordModel} from './model.ts'
import {twips} from './units.ts'
import {hexOf} from './word-theme.ts'

/** XML of the two table styles: `Brand Table` for data, `Plain Table` for what is a table only to look at. */
export function tableStyles(model: WordModel, brand: Brand): string {
  const {head, row} = model.tableRules
  const line = (side: string, rule: Rule | undefined) =>
    rule
      ? `<w:${side} w:val="single" w:sz="${Math.max(2, Math.round(rule.width * 8))}" w:space="0" w:color="${hexOf(brand, rule.color)}"/>`
      : ''
  const margin = twips(4.5)
  const cells = (vertical: number, end: number) =>
    `<w:tblCellMar><w:top w:w="${vertical}" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>` +
    `<w:bottom w:w="${vertical}" w:type="dxa"/><w:right w:w="${end}" w:type="dxa"/></w:tblCellMar>`
  return (
    style('BrandTable', 'Brand Table') +
    `<w:tblPr><w:tblBorders>${line('bottom', row)}${line('insideH', row)}</w:tblBorders>${cells(margin, 160)}</w:tblPr>` +
    `<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>${line('bottom', head)}</w:tcBorders></w:tcPr></w:tblStylePr>` +
    '</w:style>' +
    style('PlainTable', 'Layout Table') +
    `<w:tblPr>${cells(0, 0)}</w:tblPr></w:style>`
  )
}

function style(id: string, name: string): string {
  return (
    `<w:style w:type="table" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/>` +
    '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/>'
  )
}
