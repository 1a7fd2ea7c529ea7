/** Selectors of `omit` that match nothing, judged over all the documents that they are said for. */
import type {Omitted} from '../compile.ts'
import type {Report} from '../diagnostic.ts'
import type {Filters} from './plan.ts'

/** One document that was made, or failed. */
export interface Omitting {
  publication: string
  failed: boolean
  omitted: readonly Omitted[]
}

/**
 * Report each selector that left nothing out of any of `documents` as `omit-unmatched`, where it stands. A block may be
 * there in one language or edition only: where `filters` kept some documents back or one of the publication failed,
 * nothing can be said; nor of the project's own where any failed, or was not even planned (`whole` is false).
 */
export function reportUnmatched(
  documents: readonly Omitting[],
  {filters, whole}: {filters: Filters; whole: boolean},
  report: Report
): void {
  const {publications, ...others} = filters
  if (Object.values(others).some((names: readonly string[]) => names.length > 0)) return

  const failed = new Set(documents.filter((document) => document.failed).map(({publication}) => publication))
  const isProjectUnsure = !whole || failed.size > 0 || publications.length > 0
  const said = new Map<string, Omitted>()
  for (const {publication, omitted} of documents)
    for (const one of omitted) {
      const key = JSON.stringify([one.at, one.format, one.selector])
      const isUnsure = one.at.file === 'gatefold.yml' ? isProjectUnsure : failed.has(publication)
      const found = one.found || isUnsure || said.get(key)?.found === true
      said.set(key, {...one, found})
    }
  for (const {selector, format, at, found} of said.values()) {
    if (found) continue
    const reason = `Unexpected \`${selector}\` in \`omit\` of \`${format}\`, expected a selector of blocks that the text has`
    report(
      'omit-unmatched',
      reason,
      at,
      'It sees whole blocks only: top-level ones, and sections with all that is in them.'
    )
  }
}
