/** The story of a build: plan, jobs, outputs, manifest. */
import type {JobResult} from '../compile.ts'
import {type Diagnostic, Diagnostics} from '../diagnostic.ts'
import {diskWorld} from '../world.ts'
import type {Setting} from './attempt.ts'
import {type Artifact, artifactOf, readManifest, writeManifest} from './manifest.ts'
import {reportUnmatched} from './omissions.ts'
import {removeFile, writeWhole} from './outputs.ts'
import {type DocumentId, documentId, type Filters, plan, selects} from './plan.ts'
import {run} from './run.ts'

export interface BuildOptions {
  setting: Setting
  filters: Filters
  /** Absolute output folder; `null` writes nothing: a check. */
  output: string | null
  /** Jobs at once, at most. */
  width: number
  signal?: AbortSignal | undefined
  /** Called after each document. */
  onProgress?: ((done: number, total: number) => void) | undefined
}

/** One document and how it fared. */
export interface Outcome extends DocumentId {
  /** Path below output/, `null` where there were errors. */
  path: string | null
  pages: number | null
  bytes: number | null
  conformance: readonly string[]
  translation: JobResult['translation']
  diagnostics: readonly Diagnostic[]
}

export interface BuildReport {
  /** `usage`: the filters or gatefold.yml are wrong, nothing was built. */
  state: 'done' | 'interrupted' | 'usage'
  /** What was wrong with the filters. */
  usage: readonly string[]
  /** In the order of the plan; where interrupted, those that ended. */
  documents: readonly Outcome[]
  /** About gatefold.yml, the publications' files and their data. */
  diagnostics: readonly Diagnostic[]
}

/** Build what the filters keep. Documents are written one by one, each whole; the manifest follows at the end. */
export async function build(options: BuildOptions): Promise<BuildReport> {
  const {setting, filters, output, signal} = options
  const {project, jobs, diagnostics, usage} = await plan(diskWorld(setting.project, {epoch: setting.epoch}), filters)
  if (!project || usage.length > 0) return {state: 'usage', usage, documents: [], diagnostics}

  const ended = new Map<string, {outcome: Outcome; artifact: Artifact | undefined; omitted: JobResult['omitted']}>()
  async function onResult(result: JobResult): Promise<void> {
    const made = artifactOf(result)
    const unwritten = output !== null && made && result.bytes ? await written(output, made.path, result.bytes) : []
    const artifact = unwritten.length > 0 ? undefined : made
    const outcome = outcomeOf({...result, diagnostics: [...result.diagnostics, ...unwritten]}, artifact)
    ended.set(result.job.path, {outcome, artifact, omitted: result.omitted})
    options.onProgress?.(ended.size, jobs.length)
  }
  await run(jobs, {setting, width: options.width, signal, onResult})

  const inOrder = jobs.flatMap((job) => ended.get(job.path) ?? [])
  if (output !== null) {
    const open = jobs.filter((job) => !ended.has(job.path)).map((job) => key(documentId(job)))
    const made = inOrder.flatMap(({artifact}) => artifact ?? [])
    await settle(output, made, (old) => !selects(filters, old) || open.includes(key(old)))
  }
  const state = signal?.aborted && ended.size < jobs.length ? 'interrupted' : 'done'
  const documents = inOrder.map(({outcome}) => outcome)
  const {list, report} = new Diagnostics(project.rules)
  const whole = diagnostics.every(({severity}) => severity !== 'error')
  const omitting = inOrder.map(({outcome: {publication, path}, omitted}) => ({
    publication,
    failed: path === null,
    omitted
  }))
  if (state === 'done') reportUnmatched(omitting, {filters, whole}, report)
  return {state, usage, documents, diagnostics: [...diagnostics, ...list]}
}

/** Write one document; what keeps it from being written is its own fault, and stops no other. */
async function written(output: string, path: string, bytes: Uint8Array): Promise<readonly Diagnostic[]> {
  const {list, report} = new Diagnostics()
  try {
    await writeWhole(output, path, bytes)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    report('output-unwritable', `Unexpected ${error.code} when writing \`${path}\`, expected a path that is free`)
  }
  return list
}

/** Write the manifest: what was made, and of what was there before all that `keep` keeps; the rest's files go. */
async function settle(output: string, made: readonly Artifact[], keep: (old: Artifact) => boolean): Promise<void> {
  const paths = new Set(made.map(({path}) => path))
  const before = readManifest(output).filter(({path}) => !paths.has(path))
  for (const old of before) if (!keep(old)) await removeFile(output, old.path)
  await writeManifest(output, [...made, ...before.filter(keep)])
}

function outcomeOf(result: JobResult, artifact: Artifact | undefined): Outcome {
  return {
    ...documentId(result.job),
    path: artifact?.path ?? null,
    pages: artifact?.pages ?? null,
    bytes: artifact?.bytes ?? null,
    conformance: artifact?.conformance ?? [],
    translation: result.translation,
    diagnostics: result.diagnostics
  }
}

function key({publication, edition, record, lang, format}: DocumentId): string {
  return JSON.stringify([publication, edition, record, lang, format])
}
