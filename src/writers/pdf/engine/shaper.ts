/** HarfBuzz: its WebAssembly module bound directly, so that shaping is synchronous and needs no loader. */
import {programFile} from '../../../world.ts'

/** What a run is shaped by besides its text. */
export interface ShapeOptions {
  lang?: string | undefined
  rtl: boolean
  features?: readonly string[] | undefined
  /** Letters before and after the run that Arabic ones join with. */
  before?: string
  after?: string
}

/** A glyph at its place in visual order; lengths are in units of the font. */
export interface RawGlyph {
  id: number
  /** Offset in the text of the cluster that it belongs to. */
  cluster: number
  advance: number
  dx: number
  dy: number
}

interface HarfBuzz {
  memory: {buffer: ArrayBuffer; grow(pages: number): number}
  _initialize?(): void
  malloc(size: number): number
  free(pointer: number): void
  hb_blob_create(data: number, length: number, mode: number, user: number, destroy: number): number
  hb_face_create(blob: number, index: number): number
  hb_font_create(face: number): number
  hb_buffer_create(): number
  hb_buffer_clear_contents(buffer: number): void
  hb_buffer_add_utf16(buffer: number, text: number, length: number, offset: number, itemLength: number): void
  hb_buffer_set_direction(buffer: number, direction: number): void
  hb_buffer_set_flags(buffer: number, flags: number): void
  hb_buffer_set_language(buffer: number, language: number): void
  hb_buffer_guess_segment_properties(buffer: number): void
  hb_buffer_get_length(buffer: number): number
  hb_buffer_get_glyph_infos(buffer: number, length: number): number
  hb_buffer_get_glyph_positions(buffer: number, length: number): number
  hb_language_from_string(text: number, length: number): number
  hb_shape(font: number, buffer: number, features: number, count: number): void
}

const LEFT_TO_RIGHT = 4
const RIGHT_TO_LEFT = 5
const BLOB_READ_ONLY = 1
const REMOVE_DEFAULT_IGNORABLES = 8
/** Bytes of hb_glyph_info_t, hb_glyph_position_t and hb_feature_t. */
const INFO_SIZE = 20
const FEATURE_SIZE = 16

let loaded: {library: HarfBuzz; buffer: number} | undefined
const languages = new Map<string, number>()

/**
 * A shaper for the font file `bytes`, which is handed to HarfBuzz when the first run is shaped. Its tables may name glyphs
 * beyond the `count` that there are: they become the one for what is missing.
 */
export function createShaper(bytes: Uint8Array, count: number): (text: string, options: ShapeOptions) => RawGlyph[] {
  let font: number | undefined
  return (text, options) => {
    const {library, buffer} = harfbuzz()
    font ??= createFont(library, bytes)
    fill(library, buffer, text, options)
    const features = writeFeatures(library, options.features ?? [])
    library.hb_shape(font, buffer, features, options.features?.length ?? 0)
    if (features !== 0) library.free(features)
    return readGlyphs(library, buffer, {count, shift: options.before?.length ?? 0})
  }
}

function harfbuzz(): {library: HarfBuzz; buffer: number} {
  if (loaded) return loaded
  let library: HarfBuzz | undefined
  const environment = {
    _emscripten_runtime_keepalive_clear: () => {},
    _setitimer_js: () => 0,
    _abort_js: () => {
      throw new Error('HarfBuzz ran out of memory')
    },
    emscripten_resize_heap: (size: number) => (library ? growTo(library, size >>> 0) : 0)
  }
  const module = new WebAssembly.Module(programFile('harfbuzzjs/dist/harfbuzz.wasm'))
  const imports = {env: environment, wasi_snapshot_preview1: {proc_exit: () => {}}}
  library = new WebAssembly.Instance(module, imports).exports as unknown as HarfBuzz
  library._initialize?.()
  loaded = {library, buffer: library.hb_buffer_create()}
  return loaded
}

function growTo(library: HarfBuzz, size: number): number {
  const pages = Math.ceil((size - library.memory.buffer.byteLength) / 65536)
  return library.memory.grow(pages) >= 0 ? 1 : 0
}

function createFont(library: HarfBuzz, bytes: Uint8Array): number {
  const data = library.malloc(bytes.length)
  new Uint8Array(library.memory.buffer, data, bytes.length).set(bytes)
  const blob = library.hb_blob_create(data, bytes.length, BLOB_READ_ONLY, 0, 0)
  return library.hb_font_create(library.hb_face_create(blob, 0))
}

function fill(library: HarfBuzz, buffer: number, text: string, options: ShapeOptions): void {
  const {before = '', after = '', lang} = options
  const whole = before + text + after
  library.hb_buffer_clear_contents(buffer)
  const pointer = library.malloc(2 * whole.length + 2)
  const units = new Uint16Array(library.memory.buffer, pointer, whole.length)
  for (let index = 0; index < whole.length; index++) units[index] = whole.charCodeAt(index)
  library.hb_buffer_add_utf16(buffer, pointer, whole.length, before.length, text.length)
  library.free(pointer)
  library.hb_buffer_set_direction(buffer, options.rtl ? RIGHT_TO_LEFT : LEFT_TO_RIGHT)
  library.hb_buffer_set_flags(buffer, REMOVE_DEFAULT_IGNORABLES)
  if (lang) library.hb_buffer_set_language(buffer, language(library, lang))
  library.hb_buffer_guess_segment_properties(buffer)
}

function language(library: HarfBuzz, tag: string): number {
  const known = languages.get(tag)
  if (known !== undefined) return known
  const pointer = library.malloc(tag.length + 1)
  const bytes = new Uint8Array(library.memory.buffer, pointer, tag.length + 1)
  bytes.set(Buffer.from(`${tag}\0`, 'latin1'))
  const handle = library.hb_language_from_string(pointer, -1)
  library.free(pointer)
  languages.set(tag, handle)
  return handle
}

function writeFeatures(library: HarfBuzz, tags: readonly string[]): number {
  if (tags.length === 0) return 0
  const pointer = library.malloc(FEATURE_SIZE * tags.length)
  const view = new DataView(library.memory.buffer)
  for (const [index, tag] of tags.entries()) {
    const at = pointer + FEATURE_SIZE * index
    view.setUint32(at, Buffer.from(tag.padEnd(4), 'latin1').readUInt32BE(0), true)
    view.setUint32(at + 4, 1, true)
    view.setUint32(at + 8, 0, true)
    view.setUint32(at + 12, 0xffffffff, true)
  }
  return pointer
}

/** `shift`: clusters count from the beginning of the context. */
function readGlyphs(library: HarfBuzz, buffer: number, {count, shift}: {count: number; shift: number}): RawGlyph[] {
  const length = library.hb_buffer_get_length(buffer)
  const infos = library.hb_buffer_get_glyph_infos(buffer, 0)
  const positions = library.hb_buffer_get_glyph_positions(buffer, 0)
  const view = new DataView(library.memory.buffer)
  return Array.from({length}, (_, index) => {
    const info = infos + INFO_SIZE * index
    const position = positions + INFO_SIZE * index
    const id = view.getUint32(info, true)
    return {
      id: id < count ? id : 0,
      cluster: view.getUint32(info + 8, true) - shift,
      advance: view.getInt32(position, true),
      dx: view.getInt32(position + 8, true),
      dy: view.getInt32(position + 12, true)
    }
  })
}
