/** The parts of a Word file. */
import {strFromU8, unzipSync} from 'fflate'

/** Unzip a Word file. */
export function readParts(file: Uint8Array) {
  const parts = unzipSync(file)
  return {
    paths: Object.keys(parts),
    bytes: (path: string) => parts[path] ?? new Uint8Array(),
    xml: (path: string) => strFromU8(parts[path] ?? new Uint8Array())
  }
}
