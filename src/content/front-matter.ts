/** Front matter: what the writer says about the text. */
import type {Root, Yaml} from 'mdast'
import type {Point} from 'unist'
import type {Report} from '../diagnostic.ts'
import type {Front, FrontText} from '../document/mdast.ts'
import type {NamedText} from '../document/name-units.ts'
import type {Meta} from '../document/nodes.ts'
import {isDate} from '../locale.ts'
import {expected} from '../nearest.ts'
import {parseYaml, type YamlFile} from '../yaml.ts'

const texts = ['title', 'subtitle', 'description', 'date'] as const
const lists = ['authors', 'keywords'] as const
const keys: readonly string[] = [...texts, ...lists]

/** Read the front matter of the file `file`; reports `front-matter` at the key or value that is wrong. */
export function readFront(node: Yaml | undefined, file: string, report: Report): Front {
  const front: Front = {authors: [], keywords: []}
  if (!node) return front

  // The line that opens the front matter stands for the fence, so that places are the file's.
  const fence = `${' '.repeat(3)}\n`
  const yaml = parseYaml(fence + node.value, file, (_, reason, at) => report('front-matter', reason, at))
  if (!yaml || yaml.value === null) return front
  if (typeof yaml.value !== 'object' || Array.isArray(yaml.value)) {
    const found = Array.isArray(yaml.value) ? 'list' : 'text'
    report('front-matter', `Unexpected ${found} as front matter, expected a mapping of keys and values`, yaml.at([]))
    return front
  }

  for (const [key, value] of Object.entries(yaml.value)) {
    if (!keys.includes(key)) {
      report('front-matter', `Unexpected key \`${key}\`, expected ${expected(key, keys)}`, yaml.keyAt([key]))
    } else if (value !== null) readKey({front, yaml, report}, key, value)
  }
  return front
}

interface Reading {
  front: Front
  yaml: YamlFile
  report: Report
}

function readKey({front, yaml, report}: Reading, key: string, value: unknown) {
  for (const name of texts) {
    if (name !== key) continue
    const text = textAt(yaml, [key], value)
    if (!text) report('front-matter', `Unexpected ${kindOf(value)} as \`${key}\`, expected text`, yaml.at([key]))
    else if (key !== 'date' || isDate(text.value)) front[name] = text
    else
      report('front-matter', `Unexpected date \`${text.value}\`, expected one such as \`2027-05-14\``, yaml.at([key]))
  }
  for (const name of lists) {
    if (name !== key) continue
    const items: unknown[] = Array.isArray(value) ? value : [value]
    for (const [index, item] of items.entries()) {
      const path = Array.isArray(value) ? [key, index] : [key]
      const text = textAt(yaml, path, item)
      if (text) front[name].push(text)
      else report('front-matter', `Unexpected ${kindOf(item)} in \`${key}\`, expected text`, yaml.at(path))
    }
  }
}

function textAt(yaml: YamlFile, path: readonly (string | number)[], value: unknown): FrontText | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return
  const {file, position} = yaml.at(path)
  return {value: String(value).trim(), file: file ?? yaml.file, ...(position && 'start' in position && {position})}
}

function kindOf(value: unknown): string {
  if (value === null) return 'nothing'
  if (Array.isArray(value)) return 'list'
  return typeof value === 'object' ? 'mapping' : typeof value
}

/** Report front matter that opens but does not close: Markdown takes it for a rule and a heading. */
export function checkFence(tree: Root, value: string, at: {file: string; report: Report}) {
  const start: Point = {line: 1, column: 1}
  if (tree.children[0]?.type === 'yaml' || !/^---[ \t]*\r?\n[\w-]+:(\s|$)/.test(value)) return
  at.report('front-matter', 'Unexpected front matter without an end, expected a line `---` below it', {
    file: at.file,
    position: start
  })
}

/** List the values of a tree's front matter that are units, where `units` named them. */
export function frontTexts(tree: Root): NamedText[] {
  const {title, subtitle, description, authors = [], keywords = []} = tree.data?.front ?? {}
  return [title, subtitle, description, ...authors, ...keywords].flatMap((text) =>
    text?.unit === undefined ? [] : [{value: text.value, unit: text.unit, ...(text.lang && {lang: text.lang})}]
  )
}

/** Give the plain values of a tree's front matter, as templates and writers want them. */
export function meta(tree: Root): Meta {
  const front = tree.data?.front ?? {authors: [], keywords: []}
  const {title, subtitle, description, date} = front
  return {
    title: title?.value ?? '',
    ...(subtitle && {subtitle: subtitle.value}),
    ...(description && {description: description.value}),
    authors: front.authors.map((author) => author.value),
    ...(date && {date: date.value}),
    keywords: front.keywords.map((keyword) => keyword.value)
  }
}
