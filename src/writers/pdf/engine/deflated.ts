/** Streams that are compressed before it is known which document they are for. */
import {deflateSync} from 'node:zlib'
import type {PdfReference, PdfWriter} from './pdfmake.ts'

export interface Deflated {
  bytes: Buffer
  /** Length before it was compressed. */
  length: number
}

/** Compress the content of a stream; text is latin 1. */
export function deflated(content: Uint8Array | string): Deflated {
  const plain = typeof content === 'string' ? Buffer.from(`${content}\n`, 'latin1') : content
  return {bytes: deflateSync(plain), length: plain.length}
}

/** Write a stream with the entries `data` into the file. */
export function writeDeflated(document: PdfWriter, data: Record<string, unknown>, {bytes}: Deflated): PdfReference {
  const stream = document.ref({...data, Length: bytes.length, Filter: 'FlateDecode'})
  stream.end(bytes)
  return stream
}
