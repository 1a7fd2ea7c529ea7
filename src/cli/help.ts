/** What is answered at once, without loading the program: its version, and its commands. */
import {version} from '../version.ts'

/** Every command, with what it does. */
const summaries = {
  init: 'a new project that builds at once',
  new: 'a new publication, or a template pack for an event',
  build: 'make every document, or what the filters keep',
  check: 'all diagnostics, writes no document',
  status: 'languages and publications: translated, stale, missing',
  translate: 'update the catalogs of translations',
  list: 'the documents that a build makes',
  clean: 'remove what a build has written',
  doctor: 'what this machine has and lacks',
  ci: 'a workflow that rebuilds on schedule'
} as const

export type CommandName = keyof typeof summaries

/** The answer to `--version` and `--help`; `undefined` to any other first word. */
export function answer(word: string | undefined): string | undefined {
  if (word === '--version') return `${version}\n`
  if (word === '--help') return help()
  return
}

/** The commands, one line for each. */
export function help(): string {
  const width = Math.max(...Object.keys(summaries).map((name) => name.length))
  const rows = Object.entries(summaries).map(([name, summary]) => `  ${name.padEnd(width)}  ${summary}`)
  return [
    'Usage: gatefold COMMAND [options]',
    '',
    ...rows,
    '',
    'gatefold COMMAND --help shows its options; gatefold --version the version.',
    ''
  ].join('\n')
}
