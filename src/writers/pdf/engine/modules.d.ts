/** Modules without types; pdfmake.ts gives those of pdfmake 0.3.11 theirs. */

declare module 'pdfmake/js/*' {
  const module: unknown
  export default module
}
declare module 'bidi-js' {
  interface Bidi {
    getEmbeddingLevels(text: string, direction?: 'ltr' | 'rtl'): {levels: Uint8Array}
  }
  export default function bidiFactory(): Bidi
}
declare module 'hyphen/hyphen.js' {
  export default function createHyphenator(
    patterns: object,
    options: {hyphenChar: string; minWordLength: number}
  ): (text: string) => string
}
declare module 'hyphen/patterns/*' {
  const patterns: object
  export default patterns
}
declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string)
    nextBreak(): {position: number; required: boolean} | null
  }
}

/** What the shaper needs of WebAssembly; Node's types leave it to the DOM's. */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array)
  }
  class Instance {
    constructor(module: Module, imports: Record<string, Record<string, (...values: number[]) => unknown>>)
    readonly exports: object
  }
}
