/** The text of a PDF as three readers give it back: poppler's pdftotext, pdf.js and PDFium. */
import {execFileSync} from 'node:child_process'
import {PDFiumLibrary} from '@hyzyla/pdfium'
import {getDocumentProxy} from 'unpdf'

export const readers = {pdftotext: readByPoppler, 'pdf.js': readByPdfJs, PDFium: readByPdfium}

let pdfium: Promise<PDFiumLibrary> | undefined

/** The text of each line, without the marks of direction that a reader adds for a terminal. */
export function linesOf(text: string): string[] {
  return text
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .split(/[\r\n\f]+/)
    .map((line) => line.replace(/\s+/g, ' ').trim().normalize())
    .filter((line) => line !== '')
}

async function readByPoppler(file: Uint8Array): Promise<string> {
  return execFileSync('pdftotext', ['-', '-'], {input: file, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore']})
}

async function readByPdfJs(file: Uint8Array): Promise<string> {
  const document = await getDocumentProxy(new Uint8Array(file), {verbosity: 0})
  let text = ''
  for (let number = 1; number <= document.numPages; number++) {
    const {items} = await (await document.getPage(number)).getTextContent()
    for (const item of items) if ('str' in item) text += item.str + (item.hasEOL ? '\n' : '')
    text += '\n'
  }
  return text
}

async function readByPdfium(file: Uint8Array): Promise<string> {
  pdfium ??= PDFiumLibrary.init()
  const document = await (await pdfium).loadDocument(Buffer.from(file))
  const text = Array.from(document.pages(), (page) => page.getText()).join('\n')
  document.destroy()
  return text
}
