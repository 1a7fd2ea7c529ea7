/** JPEG into pixels and back: mozjpeg in WebAssembly, which gives the same bytes on every machine. */
import {programFile} from '../world.ts'
import type {Pixels} from './pixels.ts'

interface Decoder {
  decode(bytes: Uint8Array, upright: boolean): {width: number; height: number; data: Uint8Array} | null
}
interface Encoder {
  encode(pixels: Uint8Array, width: number, height: number, options: object): Uint8Array
}
type Create = (module: object) => Promise<unknown>

interface Part {
  create: Create
  wasm: WebAssembly.Module
}

let loaded: {decoder: Part; encoder: Part} | undefined

/** Numbers by which mozjpeg knows the colours of a file. */
const colors = {grey: 1, yCbCr: 3}

/** A little above what the eye tells apart; tables and passes are mozjpeg's own defaults. */
const quality = {
  quality: 85,
  baseline: false,
  arithmetic: false,
  progressive: true,
  optimize_coding: true,
  smoothing: 0,
  quant_table: 3,
  trellis_multipass: false,
  trellis_opt_zero: false,
  trellis_opt_table: false,
  trellis_loops: 1,
  auto_subsample: true,
  chroma_subsample: 2,
  separate_chroma_quality: false,
  chroma_quality: 75
}

/** Load the codec; the other functions need it. */
export async function loadJpegCodec(): Promise<void> {
  if (loaded) return
  const [{default: decoder}, {default: encoder}] = await Promise.all([
    import('@jsquash/jpeg/codec/dec/mozjpeg_dec.js'),
    import('@jsquash/jpeg/codec/enc/mozjpeg_enc.js')
  ])
  loaded = {
    decoder: {create: decoder, wasm: compiled('dec/mozjpeg_dec.wasm')},
    encoder: {create: encoder, wasm: compiled('enc/mozjpeg_enc.wasm')}
  }
}

/** Decode a JPEG as it is stored; `undefined` where the codec is not loaded or the data are damaged. */
export function decodeJpeg(bytes: Uint8Array, channels: 1 | 3): Pixels | undefined {
  if (!loaded) return
  try {
    const image = started<Decoder>(loaded.decoder).decode(bytes, false)
    if (!image) return
    const {width, height} = image
    return {width, height, channels, stride: 4, data: image.data}
  } catch {
    // libjpeg ends its program where data are damaged.
    return
  }
}

/** Encode grey or RGB pixels; `undefined` where the codec is not loaded. */
export function encodeJpeg({width, height, channels, data}: Pixels): Uint8Array | undefined {
  if (!loaded) return
  const color = channels === 1 ? colors.grey : colors.yCbCr
  const encoder = started<Encoder>(loaded.encoder)
  return encoder.encode(withOpacity(data, channels), width, height, {...quality, color_space: color}).slice()
}

function compiled(path: string): WebAssembly.Module {
  return new WebAssembly.Module(programFile(`@jsquash/jpeg/codec/${path}`))
}

/** A codec with memory of its own, which goes with it: memory of WebAssembly never shrinks. */
function started<T>({create, wasm}: Part): T {
  const module = {
    instantiateWasm(imports: object, use: (instance: WebAssembly.Instance) => void) {
      const instance = new WebAssembly.Instance(wasm, {...imports})
      use(instance)
      return instance.exports
    },
    print() {},
    printErr() {}
  }
  // It fills the module before it returns; what it promises is the same module.
  void create(module)
  return module as unknown as T
}

function withOpacity(data: Uint8Array, channels: number): Uint8Array {
  const result = new Uint8Array((data.length / channels) * 4).fill(255)
  for (let pixel = 0; pixel < data.length / channels; pixel++)
    for (let channel = 0; channel < 3; channel++)
      result[pixel * 4 + channel] = data[pixel * channels + (channel % channels)] ?? 0
  return result
}
