/** What must hold for every document, whatever it is like. */
import type {Document} from '../../src/document/nodes.ts'
import {pdf} from '../../src/writers/pdf.ts'
import {packContext} from '../helpers/pack-context.ts'
import {readTree, type TaggedFile, textOf} from '../helpers/pdf-tree.ts'
import {bare} from '../helpers/random.ts'
import {readers} from '../helpers/readers.ts'
import {withAlbum} from './album.ts'
import type {Generated} from './documents.ts'

export interface Checked {
  /** The file, where one was written. */
  bytes?: Uint8Array
  /** What is wrong, one line each. */
  faults: string[]
}

/** Longest that a document may take, ms of the processor; one of more than a hundred pages may take longer. */
const LONGEST = 5000

/** What may be said of sound documents: pictures here are of few pixels, columns of few letters. */
const expected = ['image-resolution', 'table-narrow', 'figure-narrow']

/** Write a document and judge it. What is thrown is a fault like any other. */
export async function check(generated: Generated): Promise<Checked> {
  try {
    return await judged(generated)
  } catch (error) {
    const said = error instanceof Error ? String(error.stack).split('\n').slice(0, 6).join(' | ') : String(error)
    return {faults: [said]}
  }
}

async function judged({document, pack, words}: Generated): Promise<Checked> {
  const {bytes, text, faults} = await checked(document, pack)
  faults.push(...differences(bare(words), bare(text)))
  return {bytes, faults}
}

/** Write a document and read it again; `text` is all that it says in its order, but the marks of its lists and notes. */
export async function checked(document: Document, pack: string) {
  const context = packContext(pack, 'brochure', document.lang)
  const start = process.cpuUsage()
  const {bytes, pages, conformance} = await pdf.write(document, {...context, world: withAlbum(context.world)})
  const milliseconds = process.cpuUsage(start).user / 1000
  const unexpected = context.diagnostics.list.filter(({rule}) => !expected.includes(rule))
  const faults = unexpected.map(({rule, reason}) => `${rule}: ${reason}`)
  if (conformance.length < 2) faults.push('claims no standard')
  const longest = Math.max(LONGEST, 50 * (pages ?? 0))
  if (milliseconds > longest) faults.push(`took ${Math.round(milliseconds)} ms`)
  const file = readTree(bytes)
  faults.push(...(await lettersLost(bytes, file)))
  return {bytes, pages, milliseconds, text: textOf(file.document, ['Lbl']), faults}
}

/** Where two texts part for the first time. */
function differences(wanted: string, found: string): string[] {
  if (wanted === found) return []
  let at = 0
  while (wanted[at] === found[at]) at++
  const around = (text: string) => text.slice(Math.max(0, at - 10), at + 30)
  const lengths = `${wanted.length} characters, written ${found.length}`
  return [`${lengths}: at ${at} ${around(wanted)} became ${around(found)}`]
}

/** Letters that a reader of PDF files does not find on the pages, or finds too often. */
async function lettersLost(bytes: Uint8Array, {document, artifacts}: TaggedFile): Promise<string[]> {
  const wanted = counted(textOf(document) + artifacts.join(''))
  const found = counted(await readers['pdf.js'](bytes))
  const letters = [...new Set([...wanted.keys(), ...found.keys()])].sort()
  const wrong = letters.filter((letter) => wanted.get(letter) !== found.get(letter))
  if (wrong.length === 0) return []
  const list = wrong.map((letter) => `${letter} ${wanted.get(letter) ?? 0} → ${found.get(letter) ?? 0}`)
  return [`pdf.js: ${list.slice(0, 8).join(', ')}`]
}

function counted(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const letter of bare(text)) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  return counts
}
