/** A text through the whole pipeline, in every format. */
import {plan} from '../../src/build/plan.ts'
import {compile} from '../../src/compile.ts'
import type {World} from '../../src/world.ts'
import {album} from '../helpers/album.ts'
import {memoryProject} from '../helpers/memory-world.ts'

const FORMATS = ['brochure', 'word', 'web', 'slides', 'handout'] as const
/** How a file of each kind begins. */
const BEGINNINGS: Readonly<Record<string, string>> = {pdf: '%PDF-1.', docx: 'PK', html: '<!doctype html>'}
/** Longest that a document may take, ms of the processor. */
const LONGEST = 5000

export interface Submitted {
  lang: string
  markdown: string | Uint8Array
  /** Told of what is wrong, which no document has then. */
  spoilt: boolean
}

export interface Told {
  /** What must not be, one line each. */
  faults: string[]
  /** Rules that were reported. */
  rules: string[]
}

/** Compile a text in every format. What is thrown is a fault like any other. */
export async function compiled({lang, markdown, spoilt}: Submitted, longest = LONGEST): Promise<Told> {
  const told: Told = {faults: [], rules: []}
  for (const format of FORMATS) {
    const world = worldOf(lang, format, markdown)
    const [job] = (await plan(world)).jobs
    if (!job) throw new Error(`No job for ${format}`)
    const start = process.cpuUsage()
    try {
      const {bytes, extension, diagnostics} = await compile(job, world)
      const milliseconds = process.cpuUsage(start).user / 1000
      const errors = diagnostics.filter(({severity}) => severity === 'error')
      told.rules.push(...diagnostics.map(({rule}) => rule))
      // A slide's title has so much room and no more.
      const mayBe = ({rule}: {rule: string}) => rule !== 'internal' && (spoilt || rule === 'overset')
      for (const {rule, reason} of errors.filter((error) => !mayBe(error)))
        told.faults.push(`${format}: ${rule} ${reason}`)
      if (milliseconds > longest) told.faults.push(`${format}: took ${Math.round(milliseconds)} ms`)
      if (!bytes && errors.length === 0) told.faults.push(`${format}: no file, and nothing said`)
      const beginning = BEGINNINGS[extension] ?? ''
      if (
        bytes &&
        !Buffer.from(bytes.subarray(0, 20)).toString('latin1').toLowerCase().startsWith(beginning.toLowerCase())
      )
        told.faults.push(`${format}: no ${extension}`)
    } catch (error) {
      const stack = error instanceof Error ? String(error.stack).split('\n').slice(0, 5).join(' | ') : String(error)
      told.faults.push(`${format}: ${stack}`)
    }
  }
  return told
}

function worldOf(lang: string, format: string, markdown: string | Uint8Array): World {
  const pictures = Object.entries(album).map(([name, content]) => [`content/doc/${name}`, content])
  return memoryProject({
    'gatefold.yml': `source: ${lang}\nlanguages: [${lang}]\nformats: [${format}]\n`,
    'content/doc/publication.yml': '',
    [`content/doc/${lang}.md`]: markdown,
    ...Object.fromEntries(pictures)
  })
}
