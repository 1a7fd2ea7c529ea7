/** What a Word file refers to is in it, under one name. */
import {type Fault, type WordFile, where} from './file.ts'
import type {Reference, Story} from './story.ts'

/** Word takes no more characters than this in the name of a bookmark. */
const longestName = 40

/** Bookmarks: each has a name of its own, whatever its case, that Word takes, and an end. */
export function bookmarkFaults({stories}: WordFile): Fault[] {
  const faults: Fault[] = []
  const rule = 'docx-bookmark'
  const taken = new Set<string>()
  for (const story of stories) {
    const ends = new Set(story.ends)
    for (const bookmark of story.bookmarks) {
      const {name, id, paragraph} = bookmark
      const place = () => where(story, bookmark)
      if (taken.has(name.toLowerCase())) {
        faults.push({rule, reason: `Unexpected second bookmark \`${name}\` in ${place()}, expected one`, paragraph})
      }
      if (name.length > longestName || !/^[\p{L}_][\p{L}\p{N}\p{M}_]*$/u.test(name)) {
        const wanted = `expected letters, digits and _, at most ${longestName}, a letter first`
        faults.push({rule, reason: `Unexpected bookmark \`${name}\` in ${place()}, ${wanted}`, paragraph})
      }
      if (!ends.has(id)) {
        faults.push({
          rule,
          reason: `Unexpected bookmark \`${name}\` without an end in ${place()}, expected one`,
          paragraph
        })
      }
      taken.add(name.toLowerCase())
    }
  }
  return faults
}

/** Fields that lead to a bookmark: its name is their first argument, or follows `\l`. */
const leading = /^(?:PAGEREF|REF|NOTEREF)\s+"?([^\s"\\]+)|^HYPERLINK\b.*?\\l\s+"?([^\s"\\]+)/

/** Links within the file lead to a bookmark that is there. */
export function targetFaults({stories}: WordFile): Fault[] {
  const names = new Set(stories.flatMap(({bookmarks}) => bookmarks.map(({name}) => name.toLowerCase())))
  return stories.flatMap((story) => {
    const links = story.links.map(({anchor, paragraph}) => ({to: anchor, paragraph}))
    const fields = story.fields.map(({code, paragraph}) => {
      const found = leading.exec(code)
      return {to: found?.[1] ?? found?.[2], paragraph}
    })
    return [...links, ...fields].flatMap(({to, paragraph}): Fault[] => {
      if (to === undefined || names.has(to.toLowerCase())) return []
      const reason = `Unexpected link to \`${to}\` in ${where(story, {paragraph})}, expected a bookmark of the file`
      return [{rule: 'docx-link-target', reason, paragraph}]
    })
  })
}

/** Styles, lists, footnotes and parts that are asked for exist. */
export function referenceFaults(file: WordFile): Fault[] {
  const {definitions, stories, parts} = file
  const rule = 'docx-reference'
  const faults: Fault[] = definitions.wantedStyles
    .filter((id) => !definitions.styles.has(id))
    .map((id) => ({rule, reason: `Unexpected style \`${id}\` in word/styles.xml, expected one that is defined there`}))
  for (const story of stories) {
    for (const reference of story.references) {
      if (isDefined(reference, story, file)) continue
      const {to, id, paragraph} = reference
      const reason = `Unexpected ${to} \`${id}\` in ${where(story, reference)}, expected one that the file defines`
      faults.push({rule, reason, paragraph})
    }
  }
  for (const [owner, relationships] of definitions.relationships) {
    for (const {target, external} of relationships.values()) {
      if (external || parts.has(pathOf(owner, target))) continue
      faults.push({rule, reason: `Unexpected part \`${target}\` of ${owner || 'the file'}, expected one that is in it`})
    }
  }
  return faults
}

function isDefined({to, id}: Reference, {path}: Story, {definitions}: WordFile): boolean {
  switch (to) {
    case 'style':
      return definitions.styles.has(id)
    case 'list':
      return definitions.lists.get(id)?.definition !== undefined
    case 'footnote':
      return definitions.footnotes.has(id)
    case 'relationship':
      return definitions.relationships.get(path)?.has(id) === true
  }
}

/** Path of the part that a relationship of `owner` names. */
function pathOf(owner: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const steps = [...owner.split('/').slice(0, -1), ...target.split('/')]
  const path: string[] = []
  for (const step of steps) {
    if (step === '..') path.pop()
    else if (step !== '.') path.push(step)
  }
  return path.join('/')
}

/** Numbered lists of one definition begin anew, or the second goes on where the first ended. */
export function listFaults({stories, definitions}: WordFile): Fault[] {
  const faults: Fault[] = []
  const begun = new Map<string, string>()
  for (const story of stories) {
    for (const reference of story.references) {
      const list = reference.to === 'list' ? definitions.lists.get(reference.id) : undefined
      if (!list?.ordered || list.definition === undefined) continue
      const before = begun.get(list.definition)
      if (before === reference.id) continue
      if (before !== undefined && !list.restarts) {
        const reason = `Unexpected list ${reference.id} in ${where(story, reference)} that goes on from another`
        faults.push({rule: 'docx-list', reason: `${reason}, expected it to begin anew`, paragraph: reference.paragraph})
      }
      begun.set(list.definition, reference.id)
    }
  }
  return faults
}
