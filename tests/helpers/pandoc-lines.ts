/** What pandoc reads out of a file, as the lines of `documentLines`. */
import {z} from 'zod'
import {output} from './programs.ts'
import {printed, type Run, signs, spans, tidy, under} from './tree-lines.ts'

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
  const targets = new Map<string, string>()
  findTargets(blocks, targets)
  const front = ['title', 'subtitle'].flatMap((name) => (meta[name] ? text(meta[name].c) : []))
  return [...front, ...blocks.flatMap(block)].map((line) =>
    line.replace(/\]\(#([^)]*)\)/g, (_, id: string) => `](#${targets.get(id) ?? `no ${id}`})`)
  )
}

/** File the text of what links lead to: a heading's words, `note` for the mark of a footnote. */
function findTargets(value: unknown, targets: Map<string, string>): void {
  if (Array.isArray(value)) {
    for (const [index, part] of value.entries()) {
      const span = nodeSchema.safeParse(part).data
      const next = nodeSchema.safeParse(value[index + 1]).data
      if (span?.t === 'Span' && next?.t === 'Note') targets.set(string(list(list(span.c)[0])[0]), 'note')
      findTargets(part, targets)
    }
    return
  }
  const node = nodeSchema.safeParse(value).data
  if (node?.t === 'Header') {
    const [, attributes, words] = list(node.c)
    targets.set(string(list(attributes)[0]), tidy(inlines(words)))
  }
  findTargets(node?.c ?? [], targets)
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
    list(rows).flatMap((row) =>
      list(list(row)[1]).map((cell) => {
        const [, , rowspan, colspan, content] = list(cell)
        return {
          spans: spans(z.number().parse(colspan), z.number().parse(rowspan)),
          content: nodes(content).flatMap(block)
        }
      })
    )
  const heads = cells(list(head)[1])
  const others = list(bodies).flatMap((body) => cells(list(body)[3]))
  if (heads.length === 0) return others.flatMap(({content}) => content)
  const line = (kind: string) => (cell: (typeof heads)[number]) => `${kind}${cell.spans} ${cell.content.join(' / ')}`
  return [...heads.map(line('head')), ...others.map(line('cell'))]
}

function text(value: unknown): string[] {
  const words = tidy(inlines(value))
  return words === '' ? [] : [words]
}

const kinds: Readonly<Record<string, string | undefined>> = {
  Strong: signs.strong,
  Emph: signs.emphasis,
  Strikeout: signs.delete,
  Superscript: signs.superscript,
  Subscript: signs.subscript
}

function inlines(value: unknown): string {
  return printed(nodes(value).flatMap((node) => runs(node, [])))
}

function runs({t, c}: Node, marks: readonly string[]): Run[] {
  const atom = (words: string) => [{words, marks: []}]
  const within = (value: unknown, own = marks) => nodes(value).flatMap((node) => runs(node, own))
  switch (t) {
    case 'Str':
      return [{words: string(c), marks}]
    case 'Space':
    case 'SoftBreak':
      return [{words: ' ', marks}]
    case 'LineBreak':
      return atom('↵')
    case 'Code':
      return atom(`\`${string(list(c)[1])}\``)
    case 'Span':
      return within(list(c)[1])
    case 'Note':
      return atom(`[^${nodes(c).flatMap(block).join(' / ')}]`)
    case 'Image': {
      const [attributes, alt] = list(c)
      // What lies behind a cover is as large as the page, and stands in the file alone.
      const width = new Map(z.array(z.tuple([z.string(), z.string()])).parse(list(attributes)[2])).get('width') ?? ''
      if (nodes(alt).length === 0 && Number.parseFloat(width) > 8 && width.endsWith('in')) return []
      return atom(`![${tidy(inlines(alt))}]`)
    }
    case 'Link': {
      const [, words, target] = list(c)
      return atom(`[${tidy(printed(within(words)))}](${string(list(target)[0])})`)
    }
    default: {
      const own = kinds[t]
      return within(c, own === undefined ? marks : [...marks, own])
    }
  }
}
