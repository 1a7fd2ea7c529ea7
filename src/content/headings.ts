/** Ids of headings: `{#id}` at their end, or made from their words. */
import type {Heading, Root} from 'mdast'
import {toString as textOf} from 'mdast-util-to-string'
import type {Report} from '../diagnostic.ts'
import {walk} from './walk.ts'

/**
 * Write an id on every heading (`data.id`) and take `{#id}` out of its text. It is done to the source text, before its
 * translation, so that ids are equal in all languages. Reports `heading-id` for one that stands twice.
 */
export function nameHeadings(tree: Root, report: Report) {
  const headings: Heading[] = []
  walk(tree, (node) => {
    if (node.type === 'heading') headings.push(node)
  })

  const taken = new Set<string>()
  for (const heading of headings) {
    const id = takeSuffix(heading)
    if (id === undefined) continue
    heading.data = {...heading.data, id, named: true}
    if (taken.has(id))
      report('heading-id', `Unexpected id \`${id}\` once more, expected one of its own`, {
        file: heading.data.file,
        position: heading.position
      })
    taken.add(id)
  }
  for (const heading of headings) {
    if (heading.data?.id === undefined) heading.data = {...heading.data, id: freeId(slug(textOf(heading)), taken)}
  }
}

function takeSuffix(heading: Heading): string | undefined {
  const last = heading.children.at(-1)
  if (last?.type !== 'text') return
  const [suffix, id] = /\s*\{#([^\s{}]+)\}\s*$/.exec(last.value) ?? []
  if (suffix === undefined || id === undefined) return
  last.value = last.value.slice(0, -suffix.length)
  if (!last.value) heading.children.pop()
  return id
}

/** Make an id from words in any script: `Стратешки фокус` → `стратешки-фокус`. */
export function slug(words: string): string {
  const letters = words.toLowerCase().replace(/[^\p{L}\p{N}\p{M}\s-]+/gu, '')
  return letters.trim().replace(/[\s-]+/g, '-') || 'section'
}

/** Take `id`, or the first of `id-2`, `id-3` … that is not in `taken`, and put it there. */
export function freeId(id: string, taken: Set<string>): string {
  let free = id
  for (let count = 2; taken.has(free); count++) free = `${id}-${count}`
  taken.add(free)
  return free
}
