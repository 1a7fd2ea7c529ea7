/** The parts of an XLSX file that are read, within limits, without the cells that have no value to read. */
import {strFromU8, strToU8, unzipSync, zipSync} from 'fflate'
import {type Cells, faultsOf, LimitError} from './sheet-cells.ts'
import {readTags} from './sheet-xml.ts'

/** What a workbook may unfold to, against files made to fill the memory. */
const largest = 64 * 2 ** 20

/** A workbook with one sound sheet, or why there is none. */
export type Opened = {sound: ArrayBuffer; index: number; faults: Cells['faults']} | {reason: string; note?: string}

/** Open the first sheet of `bytes` that is shown; `index` counts sheets from 1. */
export function openSheet(bytes: Uint8Array): Opened {
  const kind = strFromU8(bytes.subarray(0, 4), true)
  if (kind === '\xD0\xCF\x11\xE0') {
    const note = 'Save it as .xlsx, without a password.'
    return {reason: 'Unexpected spreadsheet with a password or in the format of .xls, expected .xlsx', note}
  }
  if (kind !== 'PK\x03\x04') return {reason: 'Unexpected content, expected an XLSX file'}
  try {
    const parts = unpack(bytes)
    const {index, path} = firstSheet(parts)
    const {sound, faults} = faultsOf(parts.get(path) ?? '')
    parts.set(path, sound)
    return {sound: pack(parts), index, faults}
  } catch (error) {
    if (!(error instanceof Error)) throw error
    if (error instanceof LimitError) return {reason: error.message, note: 'Leave out of the sheet what is not data.'}
    return {reason: `Unexpected damage, expected a sound XLSX file (${error.message.split('\n')[0]})`}
  }
}

/** Texts of the parts that are read, by path. */
function unpack(bytes: Uint8Array): Map<string, string> {
  let size = 0
  const parts = unzipSync(bytes, {
    filter({name, size: packed, originalSize}) {
      if (!/^xl\/(?:_rels\/)?[^/]+\.(?:xml|rels)$|^xl\/worksheets\/[^/]+\.xml$/.test(name)) return false
      // Unpacking ends where it should, but only after all of a part that hides its size was read.
      if (packed > originalSize + 1024) throw new Error('a part is larger than it says')
      size += originalSize
      if (size > largest) {
        const megabytes = largest / 2 ** 20
        throw new LimitError(`Unexpected spreadsheet that unfolds to more than ${megabytes} MB, expected less`)
      }
      return true
    }
  })
  return new Map(Object.entries(parts).map(([path, part]) => [path, strFromU8(part)]))
}

/** As an archive without compression: what is read is what was looked through. */
function pack(parts: ReadonlyMap<string, string>): ArrayBuffer {
  const files = Object.fromEntries([...parts].map(([path, text]) => [path, strToU8(text)]))
  return new Uint8Array(zipSync(files, {level: 0})).buffer
}

function firstSheet(parts: ReadonlyMap<string, string>): {index: number; path: string} {
  const targets = new Map<string, string>()
  readTags(parts.get('xl/_rels/workbook.xml.rels') ?? '', {
    open(name, {Id = '', Type = '', Target = ''}) {
      if (name !== 'Relationship' || !Type.endsWith('/worksheet')) return
      targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`)
    }
  })
  const sheets: {id: string; shown: boolean}[] = []
  readTags(parts.get('xl/workbook.xml') ?? '', {
    open(name, {id = '', state = 'visible'}) {
      if (name === 'sheet') sheets.push({id, shown: state === 'visible'})
    }
  })
  const index = sheets.findIndex(({id, shown}) => shown && parts.has(targets.get(id) ?? ''))
  const path = targets.get(sheets[index]?.id ?? '')
  if (path === undefined) throw new Error('it has no sheet')
  return {index: index + 1, path}
}
