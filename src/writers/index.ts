/** The writers there are, each loaded only when a format names it. */
import type {Writer} from './writer.ts'

const writers: Readonly<Record<string, () => Promise<Writer>>> = {
  pdf: async () => (await import('./pdf.ts')).pdf,
  docx: async () => (await import('./docx.ts')).docx,
  slides: async () => (await import('./slides.ts')).slides,
  handout: async () => (await import('./handout.ts')).handout,
  html: async () => (await import('./html.ts')).html
}

/** Names that a format may give as its `writer`. */
export const writerNames: readonly string[] = Object.keys(writers)

/** Load the writer `name`, `undefined` where there is none. */
export async function loadWriter(name: string): Promise<Writer | undefined> {
  return Object.hasOwn(writers, name) ? writers[name]?.() : undefined
}
