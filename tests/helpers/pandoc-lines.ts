/** What pandoc reads out of a file, as the lines of `documentLines`. */
import {z} from 'zod'
import {output} from './programs.ts'
import {marked, tidy, under} from './tree-lines.ts'

interface Node {
  t: string
  c?: unknown
}

const nodeSchema: z.ZodType<Node> = z.object({t: z.string(), c: z.unknown().optional()})
const nodes = (value: unknown): Node[] => z.array(nodeSchema).parse(value)
const list = (value: unknown): unknown[] => z.array(z.unknown()).parse(value)
const string = (value: unknown): string => z.string().parse(value)

/** Read a file of any format that pandoc knows. A block it gives that has no place here is an error. */
export function pandocLines(file: string): string[] {
  const {meta, blocks} = z
    .object({meta: z.record(z.string(), nodeSchema), blocks: z.array(nodeSchema)})
    .parse(JSON.parse(output('pandoc', ['-t', 'json', file])))
  const front = ['title', 'subtitle'].flatMap((name) => (meta[name] ? text(meta[name].c) : []))
  return [...front, ...blocks.flatMap(block)]
}

function block({t, c}: Node): string[] {
  switch (t) {
    case 'Para':
    case 'Plain':
      return text(c)
    case 'Header': {
      const [level, , words] = list(c)
      return text(words).map((line) => `${'#'.repeat(z.number().parse(level))} ${line}`)
    }
    case 'BulletList':
      return list(c).flatMap((item) => under(nodes(item).flatMap(block), '- '))
    case 'OrderedList': {
      const [attributes, items] = list(c)
      const start = z.number().parse(list(attributes)[0])
      return list(items).flatMap((item, index) => under(nodes(item).flatMap(block), `${start + index}. `))
    }
    case 'BlockQuote':
      return nodes(c)
        .flatMap(block)
        .map((line) => `> ${line}`)
    case 'CodeBlock':
      return [`code ${string(list(c)[1]).replaceAll('\n', '↵')}`]
    case 'Table':
      return table(list(c))
    case 'Div':
      return nodes(list(c)[1]).flatMap(block)
    default:
      throw new Error(`Unexpected block ${t}`)
  }
}

function table([, , , head, bodies]: readonly unknown[]): string[] {
  const cells = (rows: unknown) =>
    list(rows).flatMap((row) => list(list(row)[1]).map((cell) => nodes(list(cell)[4]).flatMap(block)))
  const heads = cells(list(head)[1])
  const others = list(bodies).flatMap((body) => cells(list(body)[3]))
  if (heads.length === 0) return others.flat()
  const line = (kind: string) => (content: string[]) => `${kind} ${content.join(' / ')}`
  return [...heads.map(line('head')), ...others.map(line('cell'))]
}

function text(value: unknown): string[] {
  const words = tidy(inlines(value))
  return words === '' ? [] : [words]
}

const kinds: Readonly<Record<string, string>> = {
  Strong: 'strong',
  Emph: 'emphasis',
  Strikeout: 'delete',
  Superscript: 'superscript',
  Subscript: 'subscript'
}

function inlines(value: unknown): string {
  return nodes(value).map(inline).join('')
}

function inline({t, c}: Node): string {
  switch (t) {
    case 'Str':
      return string(c)
    case 'Space':
    case 'SoftBreak':
      return ' '
    case 'LineBreak':
      return '↵'
    case 'Code':
      return `\`${string(list(c)[1])}\``
    case 'Span':
      return inlines(list(c)[1])
    case 'Note':
      return `[^${nodes(c).flatMap(block).join(' / ')}]`
    case 'Image':
      return `![${tidy(inlines(list(c)[1]))}]`
    case 'Link': {
      const [, words, target] = list(c)
      const url = string(list(target)[0])
      return `[${tidy(inlines(words))}](${url.startsWith('#') ? '#' : url})`
    }
    default:
      return marked(kinds[t] ?? t, inlines(c))
  }
}
