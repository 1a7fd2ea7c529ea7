/** The last look at a Word file before it leaves: at its parts as they are written, whoever wrote them. */
import type {At, Report} from '../../diagnostic.ts'
import {type Fault, readFile, type WordFile} from './guard/file.ts'
import {
  headingFaults,
  languageFaults,
  linkTextFaults,
  pictureFaults,
  tableFaults,
  titleFaults
} from './guard/reading-rules.ts'
import {bookmarkFaults, listFaults, referenceFaults, targetFaults} from './guard/reference-rules.ts'
import type {Parts} from './parts.ts'

const checks: readonly ((file: WordFile) => Fault[])[] = [
  titleFaults,
  languageFaults,
  headingFaults,
  pictureFaults,
  tableFaults,
  linkTextFaults,
  targetFaults,
  bookmarkFaults,
  referenceFaults,
  listFaults
]

/**
 * Report what keeps a file from being read by everyone, or by Word. `places` gives the author's line for the name of a
 * block's bookmark.
 */
export function guard(parts: Parts, places: ReadonlyMap<string, At>, report: Report): void {
  const file = readFile(parts)
  for (const {rule, reason, paragraph, note} of checks.flatMap((check) => check(file))) {
    const name = paragraph?.bookmarks.find((bookmark) => places.has(bookmark))
    report(rule, reason, name === undefined ? undefined : places.get(name), note)
  }
}
