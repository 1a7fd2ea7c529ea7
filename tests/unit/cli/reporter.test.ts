import {expect, test} from 'vitest'
import {progress, show, totals} from '../../../src/cli/reporter.ts'
import {table} from '../../../src/cli/table.ts'
import type {Diagnostic} from '../../../src/diagnostic.ts'

const missing: Diagnostic = {
  rule: 'image-missing',
  severity: 'error',
  reason: 'Unexpected missing file `a.svg`, expected a picture',
  note: 'Add the picture, or correct its path.',
  file: 'content/b/mk.md',
  line: 9,
  column: 2
}
const stale: Diagnostic = {
  rule: 'translation-stale',
  severity: 'warning',
  reason: 'Unexpected old translation',
  note: 'Check it.',
  file: 'content/a/en.po',
  line: 3,
  column: 1,
  endLine: 3,
  endColumn: 8
}

test('messages stand under their file, with what to do; the same one of two documents once', () => {
  expect(show([missing, stale, {...missing}], {color: false, quiet: false})).toBe(`content/a/en.po
3:1-3:8 warning Unexpected old translation                          translation-stale gatefold
  [note]:
    Check it.

content/b/mk.md
9:2     error   Unexpected missing file \`a.svg\`, expected a picture image-missing     gatefold
  [note]:
    Add the picture, or correct its path.

2 messages (✖ 1 error, ⚠ 1 warning)
`)
  expect(totals([missing, stale, {...missing}])).toEqual({errors: 1, warnings: 1})
})

test('quiet shows errors only, and no messages show nothing', () => {
  const text = show([missing, stale], {color: false, quiet: true})
  expect(text).toContain('image-missing')
  expect(text).not.toContain('translation-stale')
  expect(show([], {color: false, quiet: false})).toBe('')
})

test('progress shows on a terminal only, and not in CI', () => {
  const written: string[] = []
  const terminal = {
    cwd: '/',
    out: () => {},
    err: (text: string) => written.push(text),
    signal: new AbortController().signal
  }
  progress({...terminal, interactive: false, env: {}}, false).step?.(1, 2)
  progress({...terminal, interactive: true, env: {CI: '1'}}, false).step?.(1, 2)
  progress({...terminal, interactive: true, env: {}}, true).step?.(1, 2)
  expect(written).toEqual([])
  progress({...terminal, interactive: true, env: {}}, false).step?.(1, 2)
  expect(written).toEqual(['\r\u{1B}[2K1/2 documents'])
})

test('a table puts numbers to the right', () => {
  expect(
    table(
      ['name', 'units'],
      [
        ['iom', '120'],
        ['a', '7']
      ]
    )
  ).toBe('name  units\niom     120\na         7\n')
})
