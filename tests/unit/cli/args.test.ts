import {describe, expect, test} from 'vitest'
import {optionHelp, readArgs} from '../../../src/cli/args.ts'

const takes = ['lang', 'project', 'jobs', 'strict', 'no-cache', 'json'] as const

test('lists are repeatable or comma-separated; the last text counts', () => {
  const args = readArgs(
    ['iom', '--lang', 'mk,en', '--lang=sq', '--project', 'a', '--project=b', '--strict', 'news'],
    takes
  )
  expect(args.positionals).toEqual(['iom', 'news'])
  expect(args.list('lang')).toEqual(['mk', 'en', 'sq'])
  expect(args.text('project')).toBe('b')
  expect([args.flag('strict'), args.flag('json')]).toEqual([true, false])
  expect(args.number('jobs')).toBeUndefined()
})

test('after -- everything is a name', () => {
  expect(readArgs(['--', '--lang'], takes).positionals).toEqual(['--lang'])
})

describe('the command line is wrong', () => {
  test.each([
    [['--lnag', 'mk'], 'Unexpected option `--lnag`, expected `--lang`'],
    [
      ['-x'],
      'Unexpected option `-x`, expected one of `--lang`, `--project`, `--jobs`, `--strict`, `--no-cache`, `--json`'
    ],
    [['--strict=yes'], 'Unexpected value of `--strict`, expected none'],
    [['--lang'], 'Missing value of `--lang`, expected --lang TAG'],
    [['--project='], 'Missing value of `--project`, expected --project DIR']
  ])('%j', (argv, message) => {
    expect(() => readArgs(argv, takes)).toThrow(message)
  })

  test.each(['0', '-1', '1.5', 'many', '99999'])('--jobs=%s', (value) => {
    const args = readArgs([`--jobs=${value}`], takes)
    expect(() => args.number('jobs')).toThrow(`Unexpected \`${value}\` for \`--jobs\`, expected a whole number from 1`)
  })
})

test('help lists the options in the order given', () => {
  expect(optionHelp(['jobs', 'json'])).toBe(
    '  --jobs N  documents made at once (default: number of cores)\n' +
      '  --json    one machine-readable report on standard output'
  )
})
