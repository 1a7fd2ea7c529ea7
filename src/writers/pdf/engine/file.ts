/** The file as a whole: objects without a stream are packed together, an index comes last (ISO 32000-1, 7.5.7 and 7.5.8). */

import {createHash} from 'node:crypto'
import {deflateSync} from 'node:zlib'
import {largest} from '../../largest.ts'

export interface FileObject {
  id: number
  /** In PDF syntax. */
  value: string | undefined
  stream: Buffer | undefined
}

const PACKED = 200
const HEADER = Buffer.from('%PDF-1.7\n%\u00ff\u00ff\u00ff\u00ff\n', 'latin1')

/** Compose the bytes of a file; its identifier is made from its content. */
export function writeFile(objects: readonly FileObject[], trailer: {root: number; info: number}): Buffer {
  const parts: Buffer[] = [HEADER]
  /** Number → kind of entry, offset or container, place in the container. */
  const index = new Map<number, readonly [number, number, number]>([[0, [0, 0, 65535]]])
  let offset = HEADER.length
  let next = largest(objects.map(({id}) => id)) + 1
  const write = (id: number, body: Buffer): void => {
    index.set(id, [1, offset, 0])
    parts.push(body)
    offset += body.length
  }
  for (const object of objects)
    if (object.stream) write(object.id, streamObject(object.id, object.value ?? '', object.stream))
  const loose = objects.filter(({stream}) => !stream)
  for (let start = 0; start < loose.length; start += PACKED) {
    const group = loose.slice(start, start + PACKED)
    for (const [place, {id}] of group.entries()) index.set(id, [2, next, place])
    write(next, packed(next, group))
    next += 1
  }
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  const identifier = hash.digest('hex').slice(0, 32)
  index.set(next, [1, offset, 0])
  const start = offset
  const dictionary = `/Type /XRef /Size ${next + 1} /W [1 4 2] /Root ${trailer.root} 0 R /Info ${trailer.info} 0 R /ID [<${identifier}> <${identifier}>]`
  parts.push(deflated(next, dictionary, indexTable(index, next + 1)))
  parts.push(Buffer.from(`startxref\n${start}\n%%EOF\n`, 'latin1'))
  return Buffer.concat(parts)
}

function streamObject(id: number, value: string, stream: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`${id} 0 obj\n${value}\nstream\n`, 'latin1'),
    stream,
    Buffer.from('\nendstream\nendobj\n', 'latin1')
  ])
}

function deflated(id: number, entries: string, content: Buffer): Buffer {
  const stream = deflateSync(content)
  return streamObject(id, `<< ${entries} /Filter /FlateDecode /Length ${stream.length} >>`, stream)
}

function packed(id: number, objects: readonly FileObject[]): Buffer {
  let offset = 0
  const places = objects.map(({id, value = 'null'}) => {
    const place = `${id} ${offset}`
    offset += value.length + 1
    return place
  })
  const head = `${places.join(' ')}\n`
  const body = objects.map(({value = 'null'}) => `${value}\n`).join('')
  const entries = `/Type /ObjStm /N ${objects.length} /First ${head.length}`
  return deflated(id, entries, Buffer.from(head + body, 'latin1'))
}

function indexTable(index: ReadonlyMap<number, readonly [number, number, number]>, size: number): Buffer {
  const table = Buffer.alloc(7 * size)
  for (const [id, [kind, where, place]] of index) {
    table.writeUInt8(kind, 7 * id)
    table.writeUInt32BE(where, 7 * id + 1)
    table.writeUInt16BE(place, 7 * id + 5)
  }
  return table
}
