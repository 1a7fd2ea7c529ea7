/** The codecs inside `@jsquash/jpeg`, as functions that fill the module they are given. */

declare module '@jsquash/jpeg/codec/dec/mozjpeg_dec.js' {
  export default function create(module: object): Promise<unknown>
}
declare module '@jsquash/jpeg/codec/enc/mozjpeg_enc.js' {
  export default function create(module: object): Promise<unknown>
}
