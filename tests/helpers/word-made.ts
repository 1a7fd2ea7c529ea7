/** Word files as a build makes them, each with the Document that it was made of. */
import {vi} from 'vitest'
import {plan} from '../../src/build/plan.ts'
import {compile, type Job} from '../../src/compile.ts'
import type {Document} from '../../src/document/nodes.ts'
import type {World} from '../../src/world.ts'
import {docx} from '../../src/writers/docx.ts'

export interface Made {
  job: Job
  document: Document
  bytes: Uint8Array
}

/** Make every Word file of a project: those of the formats that its packs write as Word files. */
export async function wordFiles(world: World): Promise<Made[]> {
  const made: Made[] = []
  const {jobs} = await plan(world)
  for (const job of jobs.filter(({format}) => wordFormats.includes(format))) {
    const write = vi.spyOn(docx, 'write')
    const {bytes, diagnostics} = await compile(job, world)
    const [document] = write.mock.calls.map(([written]) => written)
    write.mockRestore()
    const errors = diagnostics.filter(({severity}) => severity === 'error')
    if (!bytes || !document) throw new Error(`No ${job.path}: ${errors.map(({reason}) => reason).join('; ')}`)
    made.push({job, document, bytes})
  }
  return made
}

const wordFormats = ['word', 'report', 'invitation']
