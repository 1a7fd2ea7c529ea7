/** Where readers find a word on the first page of a PDF: left, bottom, right and top of each place, pt from the left bottom. */
import {type PDFiumDocument, PDFiumLibrary} from '@hyzyla/pdfium'
import {getDocumentProxy} from 'unpdf'

type Box = readonly [number, number, number, number]
type Call = (...values: number[]) => number

/** The search of PDFium, as Chrome does it. */
export async function searchByPdfium(file: Uint8Array, word: string): Promise<Box[]> {
  const library = await PDFiumLibrary.init()
  const document: PDFiumDocument = await library.loadDocument(Buffer.from(file))
  const page = document.getPage(0)
  const module: object = Reflect.get(page, 'module')
  const call = (name: string, ...values: number[]): number => (Reflect.get(module, name) as Call)(...values)
  const memory = () => new DataView((Reflect.get(module, 'HEAPU8') as Uint8Array).buffer)
  const exports: object = Reflect.get(module, 'wasmExports')
  const allocate = (size: number): number => (Reflect.get(exports, 'malloc') as Call)(size)

  const text = call('_FPDFText_LoadPage', Reflect.get(page, 'pageIdx') as number)
  const query = allocate(2 * word.length + 2)
  for (const [index, unit] of Array.from({length: word.length + 1}, (_, at) => word.charCodeAt(at) || 0).entries())
    memory().setUint16(query + 2 * index, unit, true)
  const search = call('_FPDFText_FindStart', text, query, 0, 0)
  const corners = allocate(32)
  const boxes: Box[] = []
  while (call('_FPDFText_FindNext', search) !== 0) {
    const start = call('_FPDFText_GetSchResultIndex', search)
    const rects = call('_FPDFText_CountRects', text, start, call('_FPDFText_GetSchCount', search))
    for (let rect = 0; rect < rects; rect++) {
      call('_FPDFText_GetRect', text, rect, corners, corners + 8, corners + 16, corners + 24)
      const [left = 0, top = 0, right = 0, bottom = 0] = [0, 8, 16, 24].map((at) =>
        memory().getFloat64(corners + at, true)
      )
      boxes.push([left, bottom, right, top])
    }
  }
  library.destroy()
  return boxes
}

/** The item of pdf.js that holds the word; a viewer marks the word in it. */
export async function searchByPdfJs(file: Uint8Array, word: string): Promise<Box[]> {
  const document = await getDocumentProxy(new Uint8Array(file), {verbosity: 0})
  const {items} = await (await document.getPage(1)).getTextContent()
  return items.flatMap((item): Box[] => {
    if (!('str' in item) || !item.str.includes(word)) return []
    const [, , , , left = 0, bottom = 0] = item.transform.map(Number)
    return [[left, bottom, left + item.width, bottom + item.height]]
  })
}
