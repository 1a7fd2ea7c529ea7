/** One instance of a variable font, made by HarfBuzz's subsetter: the weight and slope that brand.yml asks for. */
import {programFile} from '../../../world.ts'

interface Subsetter {
  memory: {buffer: ArrayBuffer}
  _initialize(): void
  malloc(size: number): number
  free(pointer: number): void
  hb_blob_create(data: number, length: number, mode: number, user: number, destroy: number): number
  hb_blob_destroy(blob: number): void
  hb_blob_get_data(blob: number, length: number): number
  hb_blob_get_length(blob: number): number
  hb_face_create(blob: number, index: number): number
  hb_face_destroy(face: number): void
  hb_face_reference_blob(face: number): number
  hb_subset_input_create_or_fail(): number
  hb_subset_input_destroy(input: number): void
  hb_subset_input_keep_everything(input: number): void
  hb_subset_input_pin_all_axes_to_default(input: number, face: number): number
  hb_subset_input_pin_axis_location(input: number, face: number, tag: number, value: number): number
  hb_subset_or_fail(face: number, input: number): number
}

const BLOB_READ_ONLY = 1
/** Degrees of slant where a font has no italics of its own. */
const SLANT = -10
let loaded: Subsetter | undefined

/** The variable font `bytes` at a weight and slope, within the limits of its axes; its other axes at their default. */
export function instanceOf(bytes: Uint8Array, {weight, italic}: {weight: number; italic: boolean}): Uint8Array {
  const library = subsetter()
  const data = library.malloc(bytes.length)
  new Uint8Array(library.memory.buffer, data, bytes.length).set(bytes)
  const blob = library.hb_blob_create(data, bytes.length, BLOB_READ_ONLY, 0, 0)
  const face = library.hb_face_create(blob, 0)
  const input = library.hb_subset_input_create_or_fail()
  library.hb_subset_input_keep_everything(input)
  library.hb_subset_input_pin_all_axes_to_default(input, face)
  const axes = [['wght', weight] as const, ...(italic ? [['ital', 1] as const, ['slnt', SLANT] as const] : [])]
  for (const [axis, value] of axes)
    library.hb_subset_input_pin_axis_location(input, face, Buffer.from(axis, 'latin1').readUInt32BE(0), value)
  const instance = library.hb_subset_or_fail(face, input)
  const result = instance === 0 ? undefined : copyOf(library, instance)
  library.hb_subset_input_destroy(input)
  library.hb_face_destroy(face)
  library.hb_blob_destroy(blob)
  library.free(data)
  if (!result) throw new Error('The variable font has no such instance')
  return result
}

function subsetter(): Subsetter {
  if (loaded) return loaded
  const module = new WebAssembly.Module(programFile('harfbuzzjs/dist/harfbuzz-subset.wasm'))
  loaded = new WebAssembly.Instance(module, {}).exports as unknown as Subsetter
  loaded._initialize()
  return loaded
}

/** The bytes of a face, which is destroyed. */
function copyOf(library: Subsetter, face: number): Uint8Array {
  const blob = library.hb_face_reference_blob(face)
  const start = library.hb_blob_get_data(blob, 0)
  const bytes = new Uint8Array(library.memory.buffer).slice(start, start + library.hb_blob_get_length(blob))
  library.hb_blob_destroy(blob)
  library.hb_face_destroy(face)
  return bytes
}
