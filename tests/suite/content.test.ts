/**
 * Text cases of the content dialect and its translation: `content/*.txt`.
 *
 * `%%% name` opens a case, its text follows; `%% po`, `%% file PATH`, `%% lang`, `%% fallback`, `%% format`, `%% edition`
 * and `%% values` add to it; `%% html`, `%% meta`, `%% count` and `%% messages` say what comes out. A case without
 * `%% messages` expects none. `UPDATE=1 npx vitest run tests/suite` writes what came out into the files: read the
 * difference.
 */
import {readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {toHtml} from 'hast-util-to-html'
import {describe, expect, test} from 'vitest'
import {line, type ReadText, readText} from '../helpers/read-text.ts'

const folder = join(import.meta.dirname, 'content')

interface Case {
  name: string
  /** Name after `%%`, with its argument, and the lines below it; the text's own name is empty. */
  sections: {name: string; body: string}[]
}

describe.each(readdirSync(folder).sort())('%s', (name) => {
  const path = join(folder, name)
  const [, ...parts] = readFileSync(path, 'utf8').split(/^%%% /m)
  const cases = parts.map(readCase)
  const actual = cases.map((one) => written(one, readText(sampleOf(one))))

  if (process.env.UPDATE) writeFileSync(path, actual.join('\n'))

  test.each(cases.map((one, index) => ({name: one.name, said: written(one), found: actual[index]})))(
    '$name',
    ({said, found}) => {
      expect(found).toBe(said)
    }
  )
})

function readCase(part: string): Case {
  const [head = '', ...others] = part.split(/^%% /m)
  const [name = '', ...text] = head.split('\n')
  const sections = others.map((section) => {
    const [first = '', ...body] = section.split('\n')
    return {name: first, body: body.join('\n').trimEnd()}
  })
  return {name, sections: [{name: '', body: text.join('\n').trimEnd()}, ...sections]}
}

function sampleOf({sections}: Case) {
  const of = (name: string) => sections.find((section) => section.name === name)?.body
  const lang = of('lang')
  const files = sections
    .filter(({name}) => name.startsWith('file '))
    .map(({name, body}): [string, string] => [name.slice(5), `${body}\n`])
  const po = of('po')
  return {
    files: {
      'content/doc/en.md': `${of('')}\n`,
      ...(po !== undefined && {[`content/doc/${lang}.po`]: `${po}\n`}),
      ...Object.fromEntries(files)
    },
    ...(lang !== undefined && {lang}),
    fallback: of('fallback')?.split(' ') ?? [],
    ...(of('format') && {format: of('format') ?? ''}),
    ...(of('edition') && {edition: of('edition') ?? ''}),
    values: JSON.parse(of('values') ?? '{}')
  }
}

/** Write a case with what came out, or with what it expects. */
function written({name, sections}: Case, read?: ReadText): string {
  const outputs = ['html', 'meta', 'count', 'messages']
  const found: Record<string, string> = read ? outputsOf(read) : {}
  const inputs = sections.filter((section) => !outputs.includes(section.name))
  const results = outputs.flatMap((output) => {
    const said = sections.find((section) => section.name === output)
    const body = read ? found[output] : said?.body
    return said || (output === 'messages' && body) ? [{name: output, body: body ?? ''}] : []
  })
  const lines = [...inputs, ...results].flatMap((section) => [
    ...(section.name ? [`%% ${section.name}`] : []),
    ...(section.body ? [section.body] : [])
  ])
  return `%%% ${name}\n${lines.join('\n')}\n`
}

function outputsOf({hast, meta, count, diagnostics}: ReadText): Record<string, string> {
  const html = hast
    ? toHtml(hast).replace(/\n*(<(?:section|gf-(?!note)|p|li|tr|h\d|hr|pre|blockquote|table|div)\b)/g, '\n$1')
    : ''
  return {
    html: html.trim(),
    meta: JSON.stringify(meta),
    count: JSON.stringify(count),
    messages: diagnostics.map(line).join('\n')
  }
}
