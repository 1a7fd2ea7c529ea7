/** The sources against the map in src/README.md: import ranks, and what only a few rooms may touch. */
import {readdirSync, readFileSync} from 'node:fs'
import {join, relative, sep} from 'node:path'
import {expect, test} from 'vitest'

const src = join(import.meta.dirname, '../src')

/** Rank of each area; areas import lower ranks only, and never each other within a rank. */
const ranks: Readonly<Record<string, number>> = {
  world: 0,
  diagnostic: 0,
  yaml: 0,
  nearest: 0,
  shape: 0,
  version: 0,
  document: 1,
  picture: 1,
  locale: 1,
  theme: 1,
  content: 2,
  translation: 2,
  template: 2,
  check: 2,
  writers: 2,
  compile: 3,
  config: 3,
  build: 4,
  preview: 5,
  cli: 6,
  index: 6,
  start: 7
}

interface Source {
  /** `content/parse.ts` */
  path: string
  area: string
  text: string
}

const sources: Source[] = readdirSync(src, {recursive: true, encoding: 'utf8'})
  .map((path) => path.split(sep).join('/'))
  .filter((path) => path.endsWith('.ts'))
  .sort()
  .map((path) => ({path, area: areaOf(path), text: readFileSync(join(src, path), 'utf8')}))

test('every source belongs to an area that the map knows', () => {
  expect(sources.length).toBeGreaterThan(50)
  expect(sources.filter(({area}) => !Object.hasOwn(ranks, area)).map(({path}) => path)).toEqual([])
})

test('areas import lower ranks only', () => {
  const breaches = sources.flatMap(({path, area, text}) =>
    imports(text)
      .map((target) =>
        areaOf(
          relative(src, join(src, path, '..', target))
            .split(sep)
            .join('/')
        )
      )
      .filter((target) => target in ranks && target !== area && !allowed(area, target))
      .map((target) => `${path} → ${target}`)
  )
  expect(breaches).toEqual([])
})

/** Rooms that may: world reads, build writes and has a clock to keep out of its files, cli and start meet the machine. */
const atTheDoor = (path: string) => /^(?:world\.ts|build\/|cli\/|start\/|preview\/)/.test(path)

test.each([
  ['reads files', /from 'node:(?:fs|fs\/promises|os|child_process|http|https|net|worker_threads)'/],
  ['asks the machine', /\bprocess\.(?:env|cwd|platform)\b/],
  ['asks the clock', /\bnew Date\(\)|\bDate\.now\b|\bperformance\.now\b/],
  ['asks the network', /\bfetch\(|\bWebSocket\b/],
  ['runs code', /\beval\(|\bnew Function\(|from 'node:vm'/]
])('no phase %s', (_, pattern) => {
  expect(sources.filter(({path, text}) => !atTheDoor(path) && pattern.test(text)).map(({path}) => path)).toEqual([])
})

test.each([
  ['random numbers', /\bMath\.random\b|\brandomUUID\b|\brandomBytes\b/],
  ['the locale of the machine', /\.localeCompare\(|\.toLocale\w+\(\)|\bIntl\.\w+\(\)/],
  ['process.exit', /\bprocess\.exit\(/]
])('no source uses %s', (_, pattern) => {
  expect(sources.filter(({text}) => pattern.test(text)).map(({path}) => path)).toEqual([])
})

function allowed(from: string, to: string): boolean {
  const [lower, higher] = [ranks[to] ?? 0, ranks[from] ?? 0]
  // Rank 0 is one vocabulary: its files may use each other.
  return lower < higher || (lower === 0 && higher === 0)
}

function areaOf(path: string): string {
  return (path.split('/')[0] ?? '').replace(/\.(?:d\.)?ts$/, '')
}

/** Relative paths that a source imports, also types and lazily. */
function imports(text: string): string[] {
  return [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, path = '']) => path)
}
