/** What must hold for every document, whatever it is like. */
import {pdf} from '../../src/writers/pdf.ts'
import {packContext} from '../helpers/pack-context.ts'
import {readTree, textOf} from '../helpers/pdf-tree.ts'
import {bare} from '../helpers/random.ts'
import type {Generated} from './documents.ts'

export interface Checked {
  bytes: Uint8Array
  /** What is wrong, one line each. */
  faults: string[]
  milliseconds: number
}

/** Longest that a document may take, ms of the processor. */
const LONGEST = 5000

/** Write a document and judge it. */
export async function check({document, words}: Generated): Promise<Checked> {
  const context = packContext('strands', 'brochure', document.lang)
  const start = process.cpuUsage()
  const {bytes} = await pdf.write(document, context)
  const milliseconds = process.cpuUsage(start).user / 1000
  const unexpected = context.diagnostics.list.filter(({rule}) => rule !== 'writer-unsupported')
  const faults = unexpected.map(({rule, reason}) => `${rule}: ${reason}`)
  if (milliseconds > LONGEST) faults.push(`took ${Math.round(milliseconds)} ms`)
  faults.push(...differences(bare(words), bare(written(bytes))))
  return {bytes, faults, milliseconds}
}

/** Text of the tree, but markers and tables of contents, which nobody wrote. */
function written(bytes: Uint8Array): string {
  return textOf(readTree(bytes).document, ['Lbl', 'TOC'])
}

/** Where two texts part for the first time. */
export function differences(wanted: string, found: string): string[] {
  if (wanted === found) return []
  let at = 0
  while (wanted[at] === found[at]) at++
  const lengths = `${wanted.length} characters, written ${found.length}`
  return [
    `${lengths}: at ${at} ${wanted.slice(Math.max(0, at - 10), at + 30)} became ${found.slice(Math.max(0, at - 10), at + 30)}`
  ]
}

/** The same for a document that may throw. */
export async function faultsOf(generated: Generated): Promise<string[]> {
  try {
    return (await check(generated)).faults
  } catch (error) {
    return [error instanceof Error ? String(error.stack).split('\n').slice(0, 6).join(' | ') : String(error)]
  }
}
