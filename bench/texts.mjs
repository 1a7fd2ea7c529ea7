/** One text for every program: Markdown without gatefold's own directives, and the same as Typst's mark-up. */

/** The text as plain Markdown, `times` times: directives are gatefold's own, names must be unique. */
export function plain(text, times = 1) {
  const {front, body} = parts(text)
  const words = body.replace(/^:::.*\n/gm, '').replace(/ \{#\w+\}$/gm, '')
  return front + Array.from({length: times}, () => words).join('\n')
}

/** Plain Markdown as a Typst document, set about as gatefold's base pack sets it. */
export function toTypst(text) {
  const {front, body} = parts(text)
  const title = /^title: (.*)$/m.exec(front)?.[1] ?? ''
  return `#set document(title: [${escaped(title)}])
#set page(paper: "a4", margin: (x: 18mm, top: 36mm, bottom: 22mm), numbering: "1")
#set text(font: "Geologica", size: 10pt, lang: "mk", hyphenate: true)
#title()

${body.split('\n').map(line).join('\n')}
`
}

function parts(text) {
  const [, front = '', body = ''] = /^(---\n.*?\n---\n)(.*)$/s.exec(text) ?? []
  return {front, body}
}

function line(text) {
  const [, hashes, rest] = /^(#+) (.*)$/.exec(text) ?? [undefined, undefined, text]
  const words = rest
    .split(/(\*\*.*?\*\*|\[.*?\]\(.*?\)|<[^>]*>)/)
    .map(inline)
    .join('')
  return hashes ? `${'='.repeat(hashes.length - 1)} ${words}` : words.replace(/\\\\$/, ' \\')
}

function inline(text) {
  if (text.startsWith('**')) return `#strong[${escaped(text.slice(2, -2))}]`
  const [, label, href] = /^\[(.*?)\]\((.*?)\)$/.exec(text) ?? []
  if (label) return `#link("${href}")[${escaped(label)}]`
  return text.startsWith('<') ? `#link("mailto:${text.slice(1, -1)}")[${escaped(text.slice(1, -1))}]` : escaped(text)
}

function escaped(text) {
  return text.replace(/[\\#$@*_`<>~]/g, '\\$&')
}
