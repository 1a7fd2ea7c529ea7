/** output/manifest.json: what was built, from what, and how it fared. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import * as z from 'zod'
import type {JobResult} from '../compile.ts'
import {closed} from '../shape.ts'
import {version} from '../version.ts'
import {digest} from '../world.ts'
import {writeWhole} from './outputs.ts'
import {documentId} from './plan.ts'

const name = 'manifest.json'

const artifact = closed({
  publication: z.string(),
  edition: z.string().nullable(),
  record: z.string().nullable(),
  lang: z.string(),
  format: z.string(),
  path: z.string().refine((path) => !/^\/|(?:^|\/)\.\.(?:\/|$)/.test(path)),
  mediaType: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  pages: z.number().nullable(),
  fingerprint: z.string(),
  conformance: z.array(z.string()),
  translation: closed({units: z.number(), fallback: z.number(), stale: z.number()}),
  diagnostics: closed({errors: z.number(), warnings: z.number()})
})

const manifest = z.object({gatefold: z.string(), artifacts: z.array(artifact)})

/** One document in output/; `path` is relative to it, `fingerprint` covers everything the bytes depend on. */
export type Artifact = z.infer<typeof artifact>

/** Read the artifacts of the folder `output`; none where there is no manifest, or none that this program wrote. */
export function readManifest(output: string): Artifact[] {
  let text: string
  try {
    text = readFileSync(join(output, name), 'utf8')
  } catch {
    return []
  }
  try {
    return manifest.parse(JSON.parse(text)).artifacts
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return []
    throw error
  }
}

/** Write the manifest, sorted by path. */
export async function writeManifest(output: string, artifacts: readonly Artifact[]): Promise<void> {
  const sorted = [...artifacts].sort((a, b) => (a.path < b.path ? -1 : 1))
  const text = `${JSON.stringify({gatefold: version, artifacts: sorted}, null, 2)}\n`
  await writeWhole(output, name, new TextEncoder().encode(text))
}

/** The manifest's own path below output/. */
export const manifestPath: string = name

/** Describe the document that a result holds, `undefined` where it failed. */
export function artifactOf(result: JobResult): Artifact | undefined {
  const {job, bytes, mediaType, pages, conformance, translation} = result
  if (!bytes) return
  const {units, fallback, stale} = translation
  return {
    ...documentId(job),
    path: `${job.path}.${result.extension}`,
    mediaType,
    bytes: bytes.length,
    sha256: digest(bytes),
    pages,
    fingerprint: fingerprint(result),
    conformance: [...conformance],
    translation: {units, fallback, stale},
    diagnostics: {errors: count(result, 'error'), warnings: count(result, 'warning')}
  }
}

/** Every input: the files read and missed, the job, and the versions of what turned them into bytes. */
function fingerprint({job: {places: _, ...job}, reads}: JobResult): string {
  const {node, icu, unicode} = process.versions
  return digest(JSON.stringify({job, reads, versions: {gatefold: version, node, icu, unicode}}))
}

function count({diagnostics}: JobResult, severity: string): number {
  return diagnostics.filter((diagnostic) => diagnostic.severity === severity).length
}
