/** The plan: publications × editions × languages × formats × records, as jobs. */
import type {Job} from '../compile.ts'
import {type Edition, loadProject, loadPublication, type Project, type Publication} from '../config.ts'
import {type At, type Diagnostic, Diagnostics, type Report} from '../diagnostic.ts'
import {expected} from '../nearest.ts'
import type {World} from '../world.ts'
import {loadRecords} from './records.ts'

/** What to keep of the whole; an empty list keeps all. */
export interface Filters {
  publications: readonly string[]
  lang: readonly string[]
  format: readonly string[]
  edition: readonly string[]
  record: readonly string[]
}

export interface Plan {
  /** `undefined` where gatefold.yml cannot be used. */
  project: Project | undefined
  publications: readonly Publication[]
  jobs: readonly Job[]
  /** About gatefold.yml, the publications' files and their data. */
  diagnostics: readonly Diagnostic[]
  /** Filters that name what does not exist. */
  usage: readonly string[]
}

/** What identifies one document of a project. */
export interface DocumentId {
  publication: string
  edition: string | null
  record: string | null
  lang: string
  format: string
}

export const everything: Filters = {publications: [], lang: [], format: [], edition: [], record: []}

/** Plan the jobs that `filters` keep. A publication with faults is reported and has none; the others have theirs. */
export async function plan(world: World, filters: Filters = everything): Promise<Plan> {
  const forProject = new Diagnostics()
  const project = loadProject(world, forProject.report)
  if (!project) return {project, publications: [], jobs: [], diagnostics: forProject.list, usage: []}

  const folders = publicationFolders(world)
  const strangers = filters.publications.filter((name) => !folders.includes(name))
  if (strangers.length > 0) {
    const usage = strangers.map((name) => unknown('publication', name, folders))
    return {project, publications: [], jobs: [], diagnostics: forProject.list, usage}
  }

  const {list, report} = new Diagnostics(project.rules)
  const wanted = folders.filter((name) => keeps(filters.publications, name))
  const publications = wanted.flatMap((name) => loadPublication({world, project, report}, name) ?? [])
  const planned: Job[] = []
  for (const publication of publications) planned.push(...(await jobsOf(publication, {world, project, report})))
  const all = withoutClashes(planned, report)

  // What a faulty publication would offer is not known, so its names cannot be called unknown.
  const usage = publications.length === wanted.length ? unknownNames(all, filters) : []
  const jobs = usage.length > 0 ? [] : all.filter((job) => selects(filters, documentId(job)))
  return {project, publications, jobs, diagnostics: [...forProject.list, ...list], usage}
}

/** Tell whether `filters` keep a document. */
export function selects(filters: Filters, id: DocumentId): boolean {
  return (
    keeps(filters.publications, id.publication) &&
    keeps(filters.lang, id.lang) &&
    keeps(filters.format, id.format) &&
    keeps(filters.edition, id.edition) &&
    keeps(filters.record, id.record)
  )
}

export function documentId(job: Job): DocumentId {
  const {publication, edition, lang, format} = job
  return {publication, edition, record: job.record?.id ?? null, lang, format}
}

/** Names of the folders of content/ that hold a publication.yml. */
export function publicationFolders(world: World): string[] {
  const folders = world.list('content').filter((name) => name.endsWith('/'))
  return folders
    .filter((folder) => world.list(`content/${folder}`).includes('publication.yml'))
    .map((folder) => folder.slice(0, -1))
    .sort()
}

function keeps(filter: readonly string[], name: string | null): boolean {
  return filter.length === 0 || (name !== null && filter.includes(name))
}

interface Door {
  world: World
  project: Project
  report: Report
}

async function jobsOf(publication: Publication, door: Door): Promise<Job[]> {
  const jobs: Job[] = []
  for (const edition of publication.editions) {
    const records = edition.merge ? await loadRecords(door.world, edition.merge, door.report) : [null]
    jobs.push(...jobsOfEdition(publication, edition, records, door.project))
  }
  return jobs
}

function jobsOfEdition(
  publication: Publication,
  edition: Edition,
  records: readonly Job['record'][],
  project: Project
): Job[] {
  const {template, overrides, languages: languagesAt, formats: formatsAt, omit} = edition.places
  return edition.languages.flatMap((lang, langIndex) =>
    records.flatMap((record) =>
      edition.formats.map((format, formatIndex) => ({
        publication: publication.name,
        edition: edition.name,
        record,
        lang,
        source: publication.source,
        fallback: (publication.fallback[lang] ?? []).filter((other) => other !== lang),
        format,
        template: edition.template,
        parameters: edition.parameters,
        parametersFile: edition.parametersFile,
        parametersPath: edition.parametersPath,
        places: {
          template,
          overrides: overrides[lang] ?? {},
          format: formatsAt[formatIndex] ?? {},
          lang: languagesAt[langIndex] ?? {},
          omit
        },
        overrides: overridesOf(edition, lang),
        omit: edition.omit,
        rules: project.rules,
        path: pathOf({publication: publication.name, edition: edition.name, record: record?.id ?? null, lang, format})
      }))
    )
  )
}

function overridesOf(edition: Edition, lang: string): Job['overrides'] {
  // The schema has checked both levels to be mappings.
  return (edition.overrides[lang] as Job['overrides'] | undefined) ?? {}
}

/** Path below output/ without its extension: `iom-day/mk/iom-day-flyer`. */
function pathOf({publication, edition, record, lang, format}: DocumentId): string {
  const stem = edition === null ? publication : `${publication}-${edition}`
  return [stem, lang, ...(record === null ? [] : [record]), `${stem}-${format}`].join('/')
}

/** Two documents with one path would overwrite each other: the publication `a-b`, and the edition `b` of `a`. */
function withoutClashes(jobs: readonly Job[], report: Report): Job[] {
  const owners = new Map<string, Job>()
  for (const job of jobs) {
    const other = owners.get(job.path)
    if (!other) owners.set(job.path, job)
    else {
      const reason = `Unexpected second document \`${job.path}\`, expected one: \`${other.publication}\` makes it too`
      report('publication-invalid', reason, clashAt(job, other), 'Name the edition otherwise, or list the format once.')
    }
  }
  return [...owners.values()]
}

/** Where the second of two documents with one path is named: a language or format listed twice, or an edition. */
function clashAt({publication, edition, places}: Job, other: Job): At {
  if (publication !== other.publication || edition !== other.edition || !places)
    return {file: `content/${publication}/publication.yml`}
  return JSON.stringify(places.lang) === JSON.stringify(other.places?.lang) ? places.format : places.lang
}

function unknownNames(jobs: readonly Job[], filters: Filters): string[] {
  const ids = jobs.map(documentId)
  const kinds = ['lang', 'format', 'edition', 'record'] as const
  return kinds.flatMap((kind) => {
    const known = [...new Set(ids.flatMap((id) => id[kind] ?? []))]
    return filters[kind].filter((name) => !known.includes(name)).map((name) => unknown(kind, name, known))
  })
}

function unknown(kind: string, name: string, known: readonly string[]): string {
  const word = kind === 'lang' ? 'language' : kind
  return `Unexpected ${word} \`${name}\`, expected ${expected(name, known)}`
}
