/** What docx leaves out or draws by lot, put right in the XML of each part: text in, text out. */
import type {Brand} from '../../theme/brand.ts'
import {fontTable} from './font-table.ts'
import type {WordModel} from './model.ts'
import type {Parts} from './parts.ts'
import {pinIds} from './pin-ids.ts'
import {tableStyles} from './table-styles.ts'
import {regional} from './units.ts'

/** Patch the parts of a file that docx wrote. */
export function patchParts(parts: Parts, model: WordModel, brand: Brand): Parts {
  const patched: Parts = new Map(parts)
  const patch = (path: string, change: (xml: string) => string) => {
    const part = patched.get(path)
    if (typeof part === 'string') patched.set(path, change(part))
  }
  patch('docProps/core.xml', (xml) => coreProperties(xml, model))
  patch('word/styles.xml', (xml) => xml.replace('</w:styles>', `${usualFont}${tableStyles(model, brand)}</w:styles>`))
  if (Object.keys(brand.substitutes).length > 0) patch('word/fontTable.xml', () => fontTable(brand))
  patch('word/settings.xml', (xml) => themeLanguages(xml, model))
  if (model.rtl) patch('word/document.xml', rightToLeftSection)
  return pinIds(patched)
}

/** What docx bases its character styles on and leaves out. */
const usualFont =
  '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">' +
  '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'

/** Language, and dates only from the clock that the job was given. */
function coreProperties(xml: string, {lang, properties}: WordModel): string {
  const {date} = properties
  const dated =
    date === undefined
      ? xml.replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, '')
      : xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${date}`)
  return dated.replace('</cp:coreProperties>', `<dc:language>${lang}</dc:language></cp:coreProperties>`)
}

/** Word picks the fonts of a theme by these languages. */
function themeLanguages(xml: string, {lang, rtl}: WordModel): string {
  const language = regional(lang)
  const element = rtl
    ? `<w:themeFontLang w:val="en-US" w:bidi="${language}"/>`
    : `<w:themeFontLang w:val="${language}"/>`
  if (xml.includes('<w:themeFontLang')) return xml
  const following = /<w:clrSchemeMapping|<w:doNotIncludeSubdocsInStats|<w:shapeDefaults|<w:decimalSymbol|<\/w:settings>/
  return xml.replace(following, (next) => element + next)
}

/** Sections of a right-to-left document: columns and gutter from the right (CT_SectPr puts these before the grid). */
function rightToLeftSection(xml: string): string {
  return xml.replace(/<w:sectPr\b[^>]*>.*?<\/w:sectPr>/gs, (section) =>
    section.replace(/<w:docGrid\b|<\/w:sectPr>/, (next) => `<w:bidi/><w:rtlGutter/>${next}`)
  )
}
