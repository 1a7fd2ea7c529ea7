/** A text made into one format of the house pack, or of a pack of the test's own, in memory. */
import {plan} from '../../src/build/plan.ts'
import {compile, type JobResult} from '../../src/compile.ts'
import {diskWorld, programRoot} from '../../src/world.ts'
import {memoryWorld} from './memory-world.ts'

const disk = diskWorld(programRoot())

export interface DeckText {
  lang?: string
  /** What follows the front matter. */
  markdown: string | Uint8Array
  /** Pictures beside the text. */
  pictures?: Readonly<Record<string, string | Uint8Array>>
  /** template.yml of a pack that the text stands in, instead of `strands`. */
  pack?: string
}

/** Make `format` of a text. */
export async function deckOf(
  format: string,
  {lang = 'en', markdown, pictures = {}, pack}: DeckText
): Promise<JobResult> {
  const template = pack === undefined ? 'strands' : 'own'
  const front = Buffer.from('---\ntitle: A deck\n---\n\n')
  const memory = memoryWorld({
    'gatefold.yml': `source: ${lang}\nlanguages: [${lang}]\nformats: [${format}]\ntemplate: ${template}\n`,
    'content/doc/publication.yml': '',
    [`content/doc/${lang}.md`]: Buffer.concat([front, Buffer.from(markdown)]),
    ...Object.fromEntries(Object.entries(pictures).map(([name, content]) => [`content/doc/${name}`, content])),
    ...(pack !== undefined && {'templates/own/template.yml': pack})
  })
  const of = (path: string) => (/^(?:npm|gatefold):/.test(path) ? disk : memory)
  const world = {...memory, read: (path: string) => of(path).read(path), list: (path: string) => of(path).list(path)}
  const [job] = (await plan(world)).jobs
  if (!job) throw new Error(`No job for ${format}`)
  return compile(job, world)
}
