/** Workbooks of one sheet, in the parts that spreadsheet programs write. */
import {strToU8, zipSync} from 'fflate'

export interface WorkbookOptions {
  /** Attributes and elements around the sheets: `<workbookPr date1904="1"/>`. */
  properties?: string
  /** `<sheet>` elements; the relation `rId1` is the sheet of `cells`. */
  sheets?: string
  /** Parts over the usual ones. */
  parts?: Record<string, string>
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** An XLSX file whose rows are `<row>` elements: styles 1 and 2 are a date and a date with its time. */
export function workbook(rows: string, {properties = '', sheets, parts = {}}: WorkbookOptions = {}): Uint8Array {
  const files: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}">${properties}<sheets>${
      sheets ?? '<sheet name="Guests" sheetId="1" r:id="rId1"/>'
    }</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${[
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'styles', 'styles.xml'],
      ['rId3', 'sharedStrings', 'sharedStrings.xml'],
      ['rId4', 'worksheet', 'worksheets/sheet2.xml']
    ]
      .map(([id, type, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`)
      .join('')}</Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="20"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}"><si><t>id</t></si><si><t>name</t></si><si><r><t>А</t></r><r><t>на</t></r></si></sst>`,
    'xl/worksheets/sheet1.xml': sheet(rows),
    'xl/worksheets/sheet2.xml': sheet(texts('A1:second')),
    ...parts
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])))
}

/** A row of texts, each with its address: `texts('A1:id', 'B1:name')`. */
export function texts(...cells: string[]): string {
  const made = cells.map((cell) => {
    const [, address, text] = /^([A-Z]+\d+):(.*)$/s.exec(cell) ?? []
    return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
  })
  return row(Number(/\d+/.exec(cells[0] ?? '')?.[0]), made.join(''))
}

/** A row of `<c>` elements. */
export function row(number: number, cells: string): string {
  return `<row r="${number}">${cells}</row>`
}

function sheet(rows: string): string {
  return `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`
}
